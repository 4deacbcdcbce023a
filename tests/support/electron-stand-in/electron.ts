export { app } from './stand-in-app.ts';
export { BrowserWindow, ipcMain } from './stand-in-window.ts';
export { dialog, Menu, Notification, screen, shell } from './stand-in-ui.ts';
export { utilityProcess } from './stand-in-utility-process.ts';
import './window-orders.ts';
import { defaultSession } from './stand-in-session.ts';

export const session = { defaultSession };
