"""The provider over the network: where it signs in and out, and what it says of whoever comes back from it.

State, nonce, PKCE, the exchange of the code and the signature of the token are Authlib's, as in Streamlit's
own login. That one is not used to the end, since it puts every claim and both tokens into cookies: with 12
kB of claims the browser can no longer open the socket, and the page stays white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.starlette_client import OAuth, OAuthError
from joserfc.errors import ExpiredTokenError, JoseError
from starlette.requests import Request
from starlette.responses import Response

from access.single_sign_on.errors import Refused
from access.single_sign_on.rules import Provider, Rules

SECONDS = 10.0
"""How long the provider may take to answer."""
SCOPE = "openid profile email"
LONGEST_HINT = 4000
"""Characters of a token that is sent along in an address when signing out; a longer one is left out."""
_SIGNED = ("RS", "PS", "ES", "Ed")
"""Algorithms by a key of the provider's; with others whoever knows the client could sign."""


class Cancelled(Exception):
    """Whoever was at the provider has turned back."""


@dataclass(frozen=True)
class Answer:
    """What the provider says: claims that were checked, and its token."""

    claims: dict[str, Any]
    id_token: str


class Client:
    """The branch as the provider's client.

    Parameters
    ----------
    provider : as set up.
    rules : how far clocks may differ, and whether claims are asked for at the provider's second address.
    """

    def __init__(self, provider: Provider, rules: Rules) -> None:
        self._provider, self._rules = provider, rules
        given = {
            "scope": SCOPE,
            "code_challenge_method": "S256",
            "timeout": SECONDS,
            **provider.client_kwargs,
        }
        self._app = OAuth().register(
            name="steelyard",
            client_id=provider.client_id,
            client_secret=provider.client_secret,
            server_metadata_url=provider.metadata_url,
            client_kwargs=given,
        )

    async def way_in(self, request: Request, state: str) -> Response:
        """The way to the provider. Refused where it does not answer."""
        try:
            await self.metadata()
            way: Response = await self._app.authorize_redirect(
                request, self._provider.redirect_uri, state=state
            )
        except (httpx2.HTTPError, httpx2.InvalidURL):
            raise Refused("errors-sso-away") from None
        except (AuthlibBaseError, KeyError, TypeError, ValueError, RuntimeError):
            raise Refused("errors-sso-answer") from None
        return way

    async def back(self, request: Request) -> Answer:
        """What the provider says of whoever comes back.

        Raises
        ------
        Refused : it is not the way that began here, the provider is away, or its answer does not hold.
        Cancelled : nobody signed in there.
        """
        try:
            issuer = (await self.metadata()).get("issuer")
            token = await self._app.authorize_access_token(
                request,
                leeway=self._rules.leeway,
                claims_options={
                    "iss": {"essential": True, "value": issuer},
                    "sub": {"essential": True},
                    "aud": {"essential": True, "value": self._provider.client_id},
                },
            )
            claims = dict(token.get("userinfo") or {})
            if self._rules.userinfo and claims:
                more = dict(await self._app.userinfo(token=token))
                if more.get("sub") != claims.get("sub"):
                    raise Refused("errors-sso-answer")
                claims = {**more, **claims}
        except MismatchingStateError:
            raise Refused("errors-sso-state") from None
        except OAuthError as error:
            if error.error == "access_denied":
                raise Cancelled from None
            raise Refused("errors-sso-answer") from None
        except (httpx2.HTTPError, httpx2.InvalidURL):
            raise Refused("errors-sso-away") from None
        except ExpiredTokenError:
            raise Refused("errors-sso-expired") from None
        except (AuthlibBaseError, JoseError, KeyError, TypeError, ValueError, RuntimeError):
            raise Refused("errors-sso-answer") from None
        return Answer(claims, str(token.get("id_token", "")))

    async def way_out(self, id_token: str) -> str | None:
        """Where the provider signs out; None where it has no such place or does not answer."""
        try:
            if not (await self.metadata()).get("end_session_endpoint"):
                return None
            made = await self._app.create_logout_url(
                post_logout_redirect_uri=self._provider.redirect_uri,
                id_token_hint=id_token if len(id_token) <= LONGEST_HINT else None,
                client_id=self._provider.client_id,
            )
        except (httpx2.HTTPError, httpx2.InvalidURL, AuthlibBaseError, KeyError, TypeError, ValueError):
            return None
        return str(made["url"])

    async def metadata(self) -> dict[str, Any]:
        """What the provider says of itself, without ways of signing that are none."""
        found: dict[str, Any] = await self._app.load_server_metadata()
        key = "id_token_signing_alg_values_supported"
        found[key] = [name for name in found.get(key) or ["RS256"] if name.startswith(_SIGNED)]
        return found
