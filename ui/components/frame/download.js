// Presses the button for the file that was just made, as soon as it is there, once.
{
  /** @param {number} tries how many more times to look for it, 50 ms apart */
  const press = (tries) => {
    const button = document.querySelector(".st-key-NAME button");
    if (button instanceof HTMLElement) button.click();
    else if (tries > 0) setTimeout(press, 50, tries - 1);
  };
  press(100);
}
