"""What LibreOffice loads of the extension: the two services and who makes them.

In the extension it stands at the root, beside the folder in which our package lies.
"""

import unohelper

from relance.hosts.calc.addin import Functions
from relance.hosts.calc.handler import Verbs
from relance.hosts.calc.names import FUNCTIONS, HANDLER, VERBS

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Functions, FUNCTIONS, (FUNCTIONS,))
g_ImplementationHelper.addImplementation(Verbs, VERBS, (VERBS, HANDLER))
