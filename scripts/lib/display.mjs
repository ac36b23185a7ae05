/** A screen to draw on: the one there is, or a virtual one. */
import { spawn } from 'node:child_process';

/** False only on a Linux without X or Wayland. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Starts Xvfb on a free display; resolves to the display's name and a way to end it. */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('\n')) {
        resolve({ display: `:${text.trim()}`, close: () => server.kill() });
      }
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
  });
}
