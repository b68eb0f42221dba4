/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../reportSentences/types';

/** What the backend says of scans and plans of fixes that failed, in Chinese. */
export const zhErrors: Sentences = {
  'The entity names no source location that can be read.':
    '该实体没有指明可以读取的源代码位置。',
  'Locations of type {type} cannot be read.': '无法读取类型为 {type} 的位置。',
  'The repository was not read in time.': '未能在时限内读取仓库。',
  'The repository could not be read.': '无法读取仓库。',
  'The source did not read the repository.': '该来源没有读取仓库。',
  'Local folders are not read: buildHygiene.local.roots names none.':
    '不读取本地文件夹：buildHygiene.local.roots 没有指定任何文件夹。',
  'The entity has a local location that is no absolute path.':
    '该实体的本地位置不是绝对路径。',
  'The folder of the catalog file is gone or cannot be read.':
    '目录文件所在的文件夹已不存在或无法读取。',
  'The folder is outside of those that buildHygiene.local.roots allows.':
    '该文件夹不在 buildHygiene.local.roots 允许的范围内。',
  'The analysis took longer than {seconds} seconds.':
    '分析耗时超过 {seconds} 秒。',
  'The analysis failed. The log of the backend has the details.':
    '分析失败。详情见后端日志。',
  'The scan began {count} times in a row and did not end: it hangs, takes the backend down, or cannot be stored. Restarts of the backend end scans, too. Its log says more.':
    '扫描连续 {count} 次开始后都没有结束：它卡住了，使后端崩溃，或结果无法保存。后端重启也会中断扫描。更多信息见后端日志。',
  'Too many fixes are being planned: try again in a minute.':
    '正在规划的修复过多：请一分钟后重试。',
  'The repository was not scanned with success yet: rescan first.':
    '仓库尚未成功扫描：请先重新扫描。',
  'The repository has moved on since the scan: rescan first.':
    '扫描之后仓库已有变化：请先重新扫描。',
  'The repository cannot be read: {message}': '无法读取仓库：{message}',
};
