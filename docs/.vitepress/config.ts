import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { katex } from '@mdit/plugin-katex';
import { type DefaultTheme, defineConfig, type UserConfig } from 'vitepress';
import { segment } from './segment.ts';

type Sidebar = DefaultTheme.SidebarItem[];

const source = (file: string): string => fileURLToPath(new URL(`../../src/${file}`, import.meta.url));

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

const guides = ['projects', 'courseware', 'testing', 'extending', 'from-numpy'] as const;
const names: Record<'en' | 'zh', Record<(typeof guides)[number], string>> = {
  en: {
    projects: 'In a TypeScript project',
    courseware: 'In courseware',
    testing: 'Testing gradients',
    extending: 'A strategy, a rule, a model',
    'from-numpy': 'Coming from NumPy',
  },
  zh: {
    projects: '用在 TypeScript 项目里',
    courseware: '用在课件里',
    testing: '测试梯度',
    extending: '自己写策略、规则和模型',
    'from-numpy': '从 NumPy 过来',
  },
};
const guidesOf = (locale: 'en' | 'zh'): { text: string; link: string }[] =>
  guides.map((name) => ({
    text: names[locale][name],
    link: `${locale === 'zh' ? '/zh' : ''}/guides/${name}`,
  }));

/** The pages that go deeper, which are in English only. */
const depth = (titles: [strategies: string, ...string[]]): Sidebar =>
  [
    'strategies',
    'models',
    'random',
    'figures',
    'exercises',
    'why-worse',
    'gradient-checking',
    'large-data',
    'numbers',
    'benchmarks',
    'architecture',
  ].map((page, i) => ({ text: titles[i], link: `/${page}` }));

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
    resolve: {
      alias: [
        { find: /^gradus$/, replacement: source('index.ts') },
        { find: /^gradus\/(check|vitest|figures)$/, replacement: source('$1/index.ts') },
      ],
    },
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
        nav: [
          { text: 'Lecture one', link: '/lectures/one' },
          { text: 'Playground', link: '/playground' },
          { text: 'Guides', items: guidesOf('en') },
          { text: 'API', link: '/api/', activeMatch: '^/api/' },
        ],
        sidebar: {
          '/api/': [{ text: 'API', link: '/api/', items: api }],
          '/': [
            {
              text: 'The lecture',
              items: [
                { text: 'Lecture one', link: '/lectures/one' },
                { text: 'Playground', link: '/playground' },
              ],
            },
            { text: 'Guides', items: guidesOf('en') },
            {
              text: 'In depth',
              items: depth([
                'Strategies and rules',
                'Models',
                'Random numbers',
                'Figures',
                'Exercises',
                'Why worse?',
                'How gradients are checked',
                'Large data',
                'How numbers are rounded',
                'Benchmarks',
                'Architecture',
              ]),
            },
            { text: 'API', link: '/api/' },
          ],
        },
      },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '用于教学、课件和梯度测试的梯度下降库，TypeScript 编写',
      themeConfig: {
        nav: [
          { text: '第一讲', link: '/zh/lectures/one' },
          { text: '实验台', link: '/zh/playground' },
          { text: '指南', items: guidesOf('zh') },
          { text: 'API（英文）', link: '/api/' },
        ],
        sidebar: [
          {
            text: '讲义',
            items: [
              { text: '第一讲', link: '/zh/lectures/one' },
              { text: '实验台', link: '/zh/playground' },
            ],
          },
          { text: '指南', items: guidesOf('zh') },
          {
            text: '深入（英文）',
            items: depth([
              '更新策略与规则',
              '模型',
              '随机数',
              '图',
              '练习',
              '为什么变差了',
              '梯度怎样检查',
              '大数据',
              '数值怎样舍入',
              '性能',
              '架构',
            ]),
          },
          { text: 'API（英文）', link: '/api/' },
        ],
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
