/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { createNoticeWorker } from './createNoticeWorker';
export { NoticeWorker } from './NoticeWorker';
export {
  readNotificationsConfig,
  type NotificationsConfig,
} from './readNotificationsConfig';
