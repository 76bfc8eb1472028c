"""Many facts at once, one replay: the hook that imports use."""


class DeferredReplay:
    """Proceedings and events that wait for their replay.

    It travels in the context under ``KEY``. Being an object, it cannot come from
    outside: whoever calls by RPC cannot leave a docket without its replay.
    """

    KEY = "thuduc_defer_replay"

    def __init__(self):
        self.proceedings = {}
        self.events = {}

    @classmethod
    def of(cls, env):
        """The one that is at work in this environment, if any."""
        waiting = env.context.get(cls.KEY)
        return waiting if isinstance(waiting, cls) else None

    def add_proceedings(self, ids):
        self.proceedings.update(dict.fromkeys(ids))

    def add_events(self, ids):
        self.events.update(dict.fromkeys(ids))
