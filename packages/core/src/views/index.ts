export {};
export { notificationsOf, type NotificationView } from './notifications.ts';
