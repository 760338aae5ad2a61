"""What LibreOffice loads of the extension: the two services and who makes them.

In the extension it stands at the root, beside the folder in which our package lies.
"""

import unohelper

from relance.hosts.calc.addin import Functions
from relance.hosts.calc.handler import Verbs
from relance.hosts.calc.names import FUNCTION_SERVICE, HANDLER, VERB_SERVICE

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Functions, FUNCTION_SERVICE, (FUNCTION_SERVICE,))
g_ImplementationHelper.addImplementation(Verbs, VERB_SERVICE, (VERB_SERVICE, HANDLER))
