// How Chromium is started.
import process from 'node:process';
import type { LaunchOptions } from 'playwright';

export const launchOptions: LaunchOptions = {
  // Debian's, unless another is named
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    // it is to fetch what is tested, and nothing else
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
