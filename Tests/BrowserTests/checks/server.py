"""A web server on a folder, for what browsers do not do with files."""

import functools
import http.server
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Server:
    """The files of a folder on 127.0.0.1, below a path of its own as on a shared host."""

    port = 0

    def __init__(self, folder):
        handler = functools.partial(Quiet, directory=folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", Server.port), handler)
        Server.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def url(path):
    return f"http://127.0.0.1:{Server.port}/{path}"
