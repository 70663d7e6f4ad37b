"""Sends events as fast as it may and remembers which of them were acknowledged."""
import http.client
import itertools
import random
import threading
import time

from .served import TOKEN


class Sender:
    """Some connections to a `lunokhod serve` that may go away at any moment.

    What got no answer is sent again later, as something between the portal and the program may do.
    """

    def __init__(self, daemon, kinds, threads=4, pause=0.0):
        self.daemon, self.kinds, self.pause = daemon, kinds, pause
        self.acknowledged, self.unknown, self.refused = {}, {}, 0
        self.refusals, self.numbers = [], itertools.count(1)
        self._lock, self._over = threading.Lock(), False
        self._threads = [threading.Thread(target=self._work, args=(seed,), daemon=True) for seed in range(threads)]

    def start(self):
        for thread in self._threads:
            thread.start()

    def stop(self):
        self._over = True
        for thread in self._threads:
            thread.join()

    def settle(self):
        """Sends once more what got no answer, now that somebody is there."""
        connection = http.client.HTTPConnection("127.0.0.1", self.daemon.port, timeout=30)
        for number, name in list(self.unknown.items()):
            self._send(connection, number, name)
        connection.close()

    def _work(self, seed):
        choice, connection, port = random.Random(seed), None, None
        names, weights = zip(*self.kinds.items())
        while not self._over:
            try:
                if connection is None or port != self.daemon.port:
                    port = self.daemon.port
                    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                again = None
                with self._lock:
                    if self.unknown and choice.random() < 0.1:
                        again = self.unknown.popitem()
                number, name = again or (next(self.numbers), choice.choices(names, weights)[0])
                self._send(connection, number, name)
            except (OSError, http.client.HTTPException):
                connection = None
                time.sleep(0.02)
            if self.pause:
                time.sleep(self.pause)

    def _send(self, connection, number, name):
        form = (f"event={name}&event_handler_id=1&data%5BFIELDS%5D%5BID%5D={number}&ts={1_700_000_000 + number}"
                f"&auth%5Bapplication_token%5D={TOKEN}")
        with self._lock:
            self.unknown[number] = name
        connection.request("POST", "/events/main", form, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
        with self._lock:
            if answer.status == 200:
                self.unknown.pop(number, None)
                self.acknowledged[number] = name
            else:
                self.refused += 1
                self.refusals.append((time.monotonic(), answer.status))
