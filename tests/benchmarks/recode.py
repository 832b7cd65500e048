#!/usr/bin/env python3
"""recode.py ENCODING FILE: the UTF-8 file in another encoding, on standard output; `?` for what that cannot write."""
import codecs
import sys

encode = codecs.getincrementalencoder(sys.argv[1])(errors="replace").encode
decode = codecs.getincrementaldecoder("utf-8")().decode
with open(sys.argv[2], "rb") as survey:
    while chunk := survey.read(1 << 20):
        sys.stdout.buffer.write(encode(decode(chunk)))
