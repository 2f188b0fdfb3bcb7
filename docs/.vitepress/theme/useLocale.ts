import { useData } from 'vitepress';
import { type ComputedRef, computed } from 'vue';

/** The language of the page, as the library names it. */
export function useLocale(): ComputedRef<'en' | 'zh'> {
  const { lang } = useData();
  return computed(() => (lang.value.startsWith('zh') ? 'zh' : 'en'));
}
