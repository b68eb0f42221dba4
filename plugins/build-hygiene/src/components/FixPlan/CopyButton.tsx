/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';

/** Copies a text; the icon says that it did, so that nothing moves. */
export function CopyButton(props: {
  text: string | undefined;
  label: string;
  /** Said once it is copied. */
  copiedText: string;
}) {
  const { text, label, copiedText } = props;
  const [{ value, error }, copy] = useCopyToClipboard();
  const copied = text !== undefined && value === text && !error;
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        isDisabled={text === undefined}
        onPress={() => copy(text ?? '')}
      >
        {label}
      </Button>
      <VisuallyHidden role="status">{copied && copiedText}</VisuallyHidden>
    </>
  );
}
