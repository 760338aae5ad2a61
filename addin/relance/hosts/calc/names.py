"""Names by which LibreOffice knows the parts of the extension.

Cells of an .ods file hold the name of the functions' service, and users' toolbars that of ours:
none of them may ever change.
"""

EXTENSION = "org.relance.calc"
FUNCTION_SERVICE = "org.relance.Functions"
INTERFACE = "org.relance.XFunctions"
VERB_SERVICE = "org.relance.Verbs"
TOOLBARS = ("org.relance.toolbar", "org.relance.toolbar2")  # one below the other
PROTOCOL = "relance:"  # relance:import, relance:agenda, ...
PREFIX = "DUNNING_"  # of every function
HANDLER = "com.sun.star.frame.ProtocolHandler"  # the kind of service that answers addresses
