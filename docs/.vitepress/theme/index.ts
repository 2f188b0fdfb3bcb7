import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { type Component, defineAsyncComponent } from 'vue';
import { nearView } from './nearView.ts';
import './style.css';

/** A component whose script, and with it the library's, is loaded when one comes near to view; until then its HTML stands there. */
const whenSeen = (selector: string, loader: () => Promise<Component>): Component =>
  defineAsyncComponent(async () => {
    if (!import.meta.env.SSR) await nearView(selector);
    return loader();
  });

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component(
      'Playground',
      whenSeen('.playground', () => import('./components/Playground.vue')),
    );
    app.component(
      'Picture',
      whenSeen('.figure-view', () => import('./components/Picture.vue')),
    );
    app.component(
      'Exercise',
      whenSeen('.exercise', () => import('./components/Exercise.vue')),
    );
  },
};

export default theme;
