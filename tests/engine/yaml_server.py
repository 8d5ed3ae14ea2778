"""The YAML server that editors run, asked what it finds in files; it speaks JSON over pipes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def findings(command: list[str], root: Path, files: Iterable[Path]) -> list[str]:
    """Return what the server says of the files, as ``name:line: message``.

    Args:
        command: starts the server.
        root: the open folder.
    """
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = _Server(process)
        server.request(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": {"workspace": {"configuration": True}},
            },
        )
        server.notify("initialized", {})
        server.notify("workspace/didChangeConfiguration", {"settings": {}})
        found = []
        for path in files:
            document = {
                "uri": path.as_uri(),
                "languageId": "yaml",
                "version": 1,
                "text": path.read_text(encoding="utf-8"),
            }
            server.notify("textDocument/didOpen", {"textDocument": document})
            for one in server.diagnostics(path.as_uri()):
                line = one["range"]["start"]["line"] + 1
                found.append(f"{path.name}:{line}: {one['message']}")
        process.kill()
    return found


class _Server:
    """One server; what it asks is answered with the settings of the project's `.vscode`."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._number = 0

    def notify(self, method: str, parameters: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def request(self, method: str, parameters: Any) -> Any:
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                return message.get("result")
            self._answer(message)

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        while True:
            message = self._read()
            told = message.get("method") == "textDocument/publishDiagnostics"
            if told and message["params"]["uri"] == uri:
                return list(message["params"]["diagnostics"])
            self._answer(message)

    def _answer(self, message: dict[str, Any]) -> None:
        if "id" not in message or "method" not in message:
            return
        result: Any = None
        if message["method"] == "workspace/configuration":
            sections = [item.get("section") for item in message["params"]["items"]]
            yaml = {"validate": True, "schemaStore": {"enable": False}}
            result = [yaml if section == "yaml" else {} for section in sections]
        self._send({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        found: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return found
