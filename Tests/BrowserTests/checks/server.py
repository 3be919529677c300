"""A site as a server has it, good or bad, and a course of it kept on the phone."""

import functools
import http.server
import threading

OFFER = "Cất 2 bài vào máy (0,2 MB, khoảng 1 tấm ảnh"


class Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Hosted(Files):
    """Lets browsers keep every file for ten minutes, as hosts do."""

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


class Server:
    """The files of a folder on 127.0.0.1, always at the same port."""

    port = 0

    def __init__(self, folder, handler=Files):
        handler = functools.partial(handler, directory=folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", Server.port), handler)
        Server.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def url(path):
    return f"http://127.0.0.1:{Server.port}/{path}"


def keep(page):
    page.get_by_role("button", name=OFFER).click()
    page.get_by_text("Đã cất. Tắt mạng vẫn đọc được.").wait_for()
