lab-memo-make = Write a trial memo
lab-memo-why = Reason in the memo: { $why }
memo-why-none = (no reason given)
