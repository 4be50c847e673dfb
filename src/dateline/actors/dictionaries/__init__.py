"""Actor and agent dictionaries of the CAMEO family (PETRARCH, TABARI) as actor files of dateline.

The formats are those of PETRARCH's documentation ("PETRARCH Dictionary Formats", Schrodt 2014) and of TABARI's manual.
"""

from dateline.actors.dictionaries.importing import Imported, import_dictionaries
from dateline.actors.dictionaries.writing import actor_file

__all__ = ["Imported", "actor_file", "import_dictionaries"]
