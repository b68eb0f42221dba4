/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of security rules, in Chinese. */
export const security: Sentences = {
  'The service can no longer write to files of root: give it those that it needs with COPY --chown.':
    '服务不再能写入属于 root 的文件：请用 COPY --chown 把它需要的文件交给它。',
  'A build that is not given the secret stops: check that every pipeline passes it.':
    '没有得到机密的构建会停止：请检查每条流水线是否都传递了它。',
};
