/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of platform rules, in Chinese. */
export const platform: Sentences = {
  "Check that the cluster's DNS runs in the namespace kube-system, and under port 53.":
    '请确认集群的 DNS 在命名空间 kube-system 中运行，并使用 53 端口。',
};
