/** What a figure is made for. */
export interface Look {
  locale: 'en' | 'zh';
  scheme: 'light' | 'dark';
  width: number;
}
