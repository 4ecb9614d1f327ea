from __future__ import annotations

from tests.fixtures.browser import executable

# a machine without Chromium collects the rest
collect_ignore = [] if executable() else ["test_browser.py", "test_two_browsers.py"]
