// Serves the built site while its tests run.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serve } from 'vitepress';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the site is served. */
    address: string;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export default async function setup({ provide }: TestProject): Promise<() => void> {
  const port = await freePort();
  const app = (await serve({ root: join(import.meta.dirname, '..', '..', 'docs'), port })) as unknown as {
    server: { close(): void };
  };
  provide('address', `http://localhost:${port}`);
  return () => app.server.close();
}
