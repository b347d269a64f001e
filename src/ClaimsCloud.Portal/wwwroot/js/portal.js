// Everything here is comfort: without it the same links and forms load whole pages.
(() => {
  const say = text => { const place = document.getElementById('announce'); if (place) place.textContent = text; };

  // A replaced part tells a screen reader what it shows now, and keeps a keyboard near it when the pressed link is gone.
  document.addEventListener('htmx:afterSettle', event => {
    const region = event.target.closest ? event.target.closest('[data-summary]') : null;
    if (!region) return;
    say(region.dataset.summary);
    if (document.activeElement === document.body) region.focus({ preventScroll: true });
  });

  const failed = () => say('通信できませんでした。もう一度お試しください。');
  document.addEventListener('htmx:sendError', failed);
  document.addEventListener('htmx:responseError', event => {
    // A whole page says better what is wrong than a part that stays as it was.
    const { xhr, boosted, pathInfo } = event.detail;
    if (boosted && xhr.status >= 400 && pathInfo) window.location.assign(pathInfo.finalRequestPath);
    else failed();
  });
})();
