import { existsSync, readFileSync } from 'node:fs';
import { katex } from '@mdit/plugin-katex';
import { type DefaultTheme, defineConfig, type UserConfig } from 'vitepress';
import { sourceAlias } from '../../scripts/sourceAlias.ts';
import { segment } from './segment.ts';

type Sidebar = DefaultTheme.SidebarItem[];

// written by typedoc, before the site is built
const apiFile = new URL('../api/typedoc-sidebar.json', import.meta.url);
const api: Sidebar = existsSync(apiFile) ? opened(JSON.parse(readFileSync(apiFile, 'utf8'))) : [];

/** Groups that cannot be closed: those that can are a button within a button, which a screen reader cannot tell apart. */
function opened(items: Sidebar): Sidebar {
  return items.map(({ collapsed: _, items, ...rest }) => ({
    ...rest,
    ...(items && { items: opened(items) }),
  }));
}

type Locale = 'en' | 'zh';
type Titles = Record<string, Record<Locale, string>>;

const lecture: Titles = {
  'lectures/one': { en: 'Lecture one', zh: '第一讲' },
  playground: { en: 'Playground', zh: '实验台' },
};
const guides: Titles = {
  'guides/projects': { en: 'In a TypeScript project', zh: '用在 TypeScript 项目里' },
  'guides/courseware': { en: 'In courseware', zh: '用在课件里' },
  'guides/testing': { en: 'Testing gradients', zh: '测试梯度' },
  'guides/extending': { en: 'A strategy, a rule, a model', zh: '自己写策略、规则和模型' },
  'guides/from-numpy': { en: 'Coming from NumPy', zh: '从 NumPy 过来' },
};
// the pages that go deeper, which are in English only
const depth: Titles = {
  strategies: { en: 'Strategies and rules', zh: '更新策略与规则' },
  models: { en: 'Models', zh: '模型' },
  random: { en: 'Random numbers', zh: '随机数' },
  figures: { en: 'Figures', zh: '图' },
  exercises: { en: 'Exercises', zh: '练习' },
  'why-worse': { en: 'Why worse?', zh: '为什么变差了' },
  'gradient-checking': { en: 'How gradients are checked', zh: '梯度怎样检查' },
  'large-data': { en: 'Large data', zh: '大数据' },
  numbers: { en: 'How numbers are rounded', zh: '数值怎样舍入' },
  benchmarks: { en: 'Benchmarks', zh: '性能' },
  architecture: { en: 'Architecture', zh: '架构' },
};

/** Links to pages under a folder, by their titles in one language. */
const linksTo = (titles: Titles, locale: Locale, under: '/' | '/zh/'): { text: string; link: string }[] =>
  Object.entries(titles).map(([page, title]) => ({ text: title[locale], link: `${under}${page}` }));

const apiLink: Record<Locale, { text: string; link: string; activeMatch: string }> = {
  en: { text: 'API', link: '/api/', activeMatch: '^/api/' },
  zh: { text: 'API（英文）', link: '/api/', activeMatch: '^/api/' },
};
const headings: Record<Locale, { lecture: string; guides: string; depth: string }> = {
  en: { lecture: 'The lecture', guides: 'Guides', depth: 'In depth' },
  zh: { lecture: '讲义', guides: '指南', depth: '深入（英文）' },
};

/** The menu above a page. */
function navOf(locale: Locale): DefaultTheme.NavItem[] {
  const under = locale === 'zh' ? '/zh/' : '/';
  return [
    ...linksTo(lecture, locale, under),
    { text: headings[locale].guides, items: linksTo(guides, locale, under) },
    apiLink[locale],
  ];
}

/** The menu beside it. */
function sidebarOf(locale: Locale): Sidebar {
  const under = locale === 'zh' ? '/zh/' : '/';
  return [
    { text: headings[locale].lecture, items: linksTo(lecture, locale, under) },
    { text: headings[locale].guides, items: linksTo(guides, locale, under) },
    { text: headings[locale].depth, items: linksTo(depth, locale, '/') },
    { text: apiLink[locale].text, link: '/api/' },
  ];
}

const config: UserConfig<DefaultTheme.Config> = defineConfig({
  title: 'gradus',
  description: 'Gradient descent for teaching, courseware and unit tests, in TypeScript',
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }]],
  srcExclude: ['notebooks/**'],
  markdown: {
    // those of GitHub whose comments can be read as well: a contrast of at least 4.5
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // formulas as MathML, which browsers draw and read aloud by themselves
    config: (md) => katex(md as never, { output: 'mathml', throwOnError: true, strict: 'error' }),
  },
  vite: {
    resolve: { alias: sourceAlias },
    worker: { format: 'es' },
    build: { chunkSizeWarningLimit: 1200 },
  },
  themeConfig: {
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          options: { tokenize: segment },
          searchOptions: { tokenize: segment, combineWith: 'AND' },
        },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有找到',
                resetButtonTitle: '清除',
                backButtonTitle: '关闭搜索',
                displayDetails: '显示详细内容',
                footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: navOf('en'),
        sidebar: { '/api/': [{ text: 'API', link: '/api/', items: api }], '/': sidebarOf('en') },
      },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '用于教学、课件和梯度测试的梯度下降库，TypeScript 编写',
      themeConfig: {
        nav: navOf('zh'),
        sidebar: sidebarOf('zh'),
        outline: { level: [2, 3], label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        returnToTopLabel: '回到顶部',
        sidebarMenuLabel: '目录',
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        langMenuLabel: '语言',
        skipToContentLabel: '跳到正文',
        notFound: {
          title: '没有这一页',
          quote: '这个地址没有内容。',
          linkLabel: '回到首页',
          linkText: '回到首页',
        },
      },
    },
  },
});

export default config;
