"""Where, when and how many."""

from dateline.setting.find import find_setting
from dateline.setting.setting import Setting

__all__ = ["Setting", "find_setting"]
