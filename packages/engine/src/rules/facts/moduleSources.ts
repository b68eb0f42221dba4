/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What Go asks when nobody says otherwise. */
export const defaultProxyList = 'https://proxy.golang.org,direct';

/**
 * Hosts of module proxies that anybody can use, read 2026-11-21:
 * https://proxy.golang.org, https://goproxy.io, https://goproxy.cn,
 * https://developer.aliyun.com/mirror/goproxy,
 * https://cloud.tencent.com/document/product/213/8623,
 * https://mirrors.huaweicloud.com
 */
const publicProxies = new Set([
  'proxy.golang.org',
  'goproxy.io',
  'goproxy.cn',
  'goproxy.golang.com.cn',
  'goproxy.baidu.com',
  'athens.azurefd.net',
  'gocenter.io',
  'mirrors.aliyun.com',
  'mirrors.cloud.tencent.com',
  'mirrors.tencent.com',
  'mirrors.huaweicloud.com',
  'repo.huaweicloud.com',
]);

/** Hosts that give everybody an account: what they hold is not private as such. */
export const publicForges: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'gitea.com',
  'gitee.com',
  'git.sr.ht',
  'sourceforge.net',
  'gopkg.in',
  'golang.org',
  'google.golang.org',
  'go.googlesource.com',
]);

/**
 * Domains that nobody can register, so that what is below them is nobody's but
 * the organisation's own: https://www.rfc-editor.org/rfc/rfc6762#appendix-G,
 * https://www.rfc-editor.org/rfc/rfc2606, https://www.rfc-editor.org/rfc/rfc8375,
 * https://www.icann.org/resources/board-material/resolutions-29-07-2024-en (.internal)
 */
const privateDomains =
  /\.(?:internal|intranet|private|corp|home|lan|local|localdomain|localhost|example|home\.arpa)$/;

/** The host of a proxy's address, in lower case; undefined for what is none. */
export function hostOf(address: string): string | undefined {
  try {
    return new URL(address).hostname.toLowerCase() || undefined;
  } catch {
    return undefined;
  }
}

/** Whether anybody can use a module proxy. */
export function isPublicProxy(address: string): boolean {
  return publicProxies.has(hostOf(address) ?? '');
}

/** Whether a public module proxy is another's than the Go project's. */
export function isThirdPartyProxy(address: string): boolean {
  return isPublicProxy(address) && hostOf(address) !== 'proxy.golang.org';
}

/** Whether a host is evidently not one of the internet. */
export function isPrivateHost(host: string): boolean {
  return privateDomains.test(host.toLowerCase());
}

/** Whether an address is that of the machine itself. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|::1|host\.docker\.internal|host\.containers\.internal)$/.test(
    host,
  );
}
