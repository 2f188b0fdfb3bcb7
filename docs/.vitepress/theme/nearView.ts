/**
 * Waits until one of the elements of this selector is near to view. Where there is none, as on a page that was not loaded but gone to,
 * there is nothing to wait for.
 */
export async function nearView(selector: string): Promise<void> {
  const elements = document.querySelectorAll(selector);
  if (elements.length === 0) return;
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: '0px 0px 200px' },
    );
    for (const element of elements) observer.observe(element);
  });
}
