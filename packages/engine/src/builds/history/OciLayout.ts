/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  fieldsOf,
  isFields,
  JsonFields,
  listOf,
  parseJson,
  textOf,
} from '../jsonFields';
import { TarFile } from './readTar';

const decoder = new TextDecoder();
const recordType = 'application/vnd.buildkit.historyrecord.v0';
const mostDepth = 4;

/** How many times the bytes of an archive may be read through its manifests. */
const mostReadings = 4;

/** A blob that a manifest names. */
export interface OciLayer {
  mediaType: string;
  /** Undefined when the archive does not have it whole. */
  bytes?: Uint8Array;
  /** What is there of it. */
  partial?: Uint8Array;
}

/** The manifest of one history record. */
export interface RecordManifest {
  config?: JsonFields;
  layers: OciLayer[];
}

/**
 * The files of an OCI image layout.
 * https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export class OciLayout {
  readonly #files: Map<string, Uint8Array>;
  readonly #manifests: RecordManifest[] = [];
  readonly #visited = new Set<string>();
  #room = 0;

  constructor(files: readonly TarFile[]) {
    this.#files = new Map(files.map(({ path, bytes }) => [path, bytes]));
    for (const { bytes } of files) {
      this.#room += mostReadings * bytes.length;
    }
  }

  /** Whether anything has the name of a file of such a layout. */
  get isLayout(): boolean {
    return [...this.#files.keys()].some(path =>
      /^(?:blobs\/sha256\/[0-9a-f]{64}|oci-layout|index\.json)$/.test(path),
    );
  }

  /**
   * The manifests of history records, in the order of the index. The index
   * stands at the end of an archive: where it was cut off, what looks like
   * such a manifest is taken for one.
   */
  findRecords(): readonly RecordManifest[] {
    const index = this.#parse(this.#files.get('index.json'));
    if (index) {
      this.#readIndex(index, 0);
    } else {
      for (const [path, bytes] of this.#files) {
        if (path.startsWith('blobs/') && bytes[0] === 0x7b) {
          this.#readManifest(fieldsOf(this.#parse(bytes)));
        }
      }
    }
    return this.#manifests;
  }

  #readIndex(index: JsonFields, depth: number) {
    for (const descriptor of listOf(index.manifests)) {
      const digest = textOf(descriptor.digest) ?? '';
      if (this.#visited.has(digest) || depth > mostDepth) {
        continue;
      }
      this.#visited.add(digest);
      const blob = this.#parse(this.#blob(digest));
      if (blob && 'manifests' in blob) {
        this.#readIndex(blob, depth + 1);
      } else if (blob) {
        this.#readManifest(blob);
      } else {
        this.#manifests.push({ layers: [] });
      }
    }
  }

  #readManifest(manifest: JsonFields) {
    const config = fieldsOf(manifest.config);
    if (config.mediaType !== recordType) {
      return;
    }
    this.#manifests.push({
      config: this.#parse(this.#blob(textOf(config.digest) ?? '')),
      layers: listOf(manifest.layers).map(layer => {
        const partial = this.#blob(textOf(layer.digest) ?? '');
        const isWhole = partial && partial.length === layer.size;
        return {
          mediaType: textOf(layer.mediaType) ?? '',
          bytes: isWhole ? partial : undefined,
          partial,
        };
      }),
    });
  }

  /** Builds may share a blob, but not so that a small archive is endless. */
  #blob(digest: string): Uint8Array | undefined {
    const bytes = this.#files.get(`blobs/${digest.replace(':', '/')}`);
    this.#room -= bytes?.length ?? 0;
    return this.#room >= 0 ? bytes : undefined;
  }

  #parse(bytes: Uint8Array | undefined): JsonFields | undefined {
    const value = bytes && parseJson(decoder.decode(bytes));
    return isFields(value) ? value : undefined;
  }
}
