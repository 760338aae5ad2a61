Attribute VB_Name = "RelanceHote"
Option Explicit
Option Private Module ' nothing here is for the wizard or the list of macros
' What the functions need of Excel and of Python: where a formula stands, what its cells hold, the
' clock, the settings of the workbook, and the call itself. It keeps no answer (RelanceCache does)
' and knows no rule of dunning (Python does).

Private Const MODULE_PYTHON As String = "relance.hosts.excel.functions"
Private Const CATEGORIE As String = "Relance"
Private Const TABLE_CALCULEE As String = "tFactures"
Private Const NON As String = "non"

' Said only when the hidden texts of the workbook can't be read: accents have no place in this file.
Private Const PANNE_CELLULE As String = "#RELANCE : Python ne repond pas."
Private Const DEPUIS_1904 As String = "#RELANCE : Un classeur compte ses dates depuis 1904."
Private Const PANNE_BOITE As String = "Relance ne peut pas demarrer Python : les fonctions DUNNING_ ne sont pas calculees."

Private mPython As Object ' kept: at each XLPy, xlwings reads all its settings again from a sheet
Private mCause As String ' why Python could not be reached
Private mSignalee As Boolean ' one box a session, not one a cell


' --- Arguments ---

' Reads the arguments of a call as values, cells by their Value2: Python then gets exactly what the
' key of an answer is made of. False when a cell is still to be calculated: Excel calls again.
Public Function LireValeurs(ByRef arguments As Variant, ByRef valeurs() As Variant) As Boolean
    Dim place As Long, cellules As Range
    ReDim valeurs(LBound(arguments) To UBound(arguments))
    For place = LBound(arguments) To UBound(arguments)
        If IsObject(arguments(place)) Then
            Set cellules = arguments(place)
            valeurs(place) = cellules.Value2
            If IsEmpty(valeurs(place)) Then ' a formula is never empty once it is calculated
                If cellules.HasFormula Then Exit Function
            End If
            If cellules.Areas.Count > 1 Then valeurs(place) = CVErr(xlErrRef) ' it was the first area's
        Else
            valeurs(place) = arguments(place)
        End If
    Next place
    LireValeurs = True
End Function

' Tells whether any open workbook counts its days from 1904: its Value2 are 1462 less than elsewhere.
Public Function UnClasseurDepuis1904() As Boolean
    Dim classeur As Workbook
    For Each classeur In Application.Workbooks
        If classeur.Date1904 Then UnClasseurDepuis1904 = True
    Next classeur
End Function

' Tells whether the calling cell or one of the arguments stands in such a workbook.
Public Function EstDepuis1904(ByRef arguments As Variant) As Boolean
    Dim place As Long
    If TypeName(Application.Caller) = "Range" Then
        EstDepuis1904 = Application.Caller.Worksheet.Parent.Date1904
    End If
    For place = LBound(arguments) To UBound(arguments)
        If IsObject(arguments(place)) Then
            If arguments(place).Worksheet.Parent.Date1904 Then EstDepuis1904 = True
        End If
    Next place
End Function


' --- Where the formula stands ---

' Finds the table of the calling cell, and by argument the number of the table's column whose cell
' of the same row it is; 0 for a fixed cell, a name or a constant. False outside the body of a table.
Public Function Situer(ByRef arguments As Variant, ByRef colonnes() As Long, ByRef table As Object) As Boolean
    Dim appelant As Range, corps As Range, place As Long
    On Error GoTo dehors
    If Not TypeOf Application.Caller Is Range Then Exit Function
    Set appelant = Application.Caller
    If appelant.CountLarge > 1 Then Exit Function
    If appelant.ListObject Is Nothing Then Exit Function
    Set table = appelant.ListObject
    Set corps = table.DataBodyRange
    If Not MemeLigne(appelant, corps, appelant.Row) Then Exit Function
    ReDim colonnes(LBound(arguments) To UBound(arguments))
    For place = LBound(arguments) To UBound(arguments)
        If IsObject(arguments(place)) Then
            If MemeLigne(arguments(place), corps, appelant.Row) Then
                colonnes(place) = arguments(place).Column - corps.Column + 1
            End If
        End If
    Next place
    Situer = True
dehors:
End Function

' Tells whether a cell stands in a table's body, in that row of the sheet.
Private Function MemeLigne(ByVal cellule As Range, ByVal corps As Range, ByVal ligne As Long) As Boolean
    If cellule.Row <> ligne Then Exit Function
    If ligne < corps.Row Or ligne >= corps.Row + corps.Rows.Count Then Exit Function
    If cellule.Column < corps.Column Or cellule.Column >= corps.Column + corps.Columns.Count Then Exit Function
    If cellule.Worksheet.Name <> corps.Worksheet.Name Then Exit Function
    MemeLigne = (cellule.Worksheet.Parent.Name = corps.Worksheet.Parent.Name)
End Function

' Returns what tells a table from every other, wherever it is open.
Public Function NomTable(ByVal table As Object) As String
    NomTable = table.DataBodyRange.Address(External:=True)
End Function

Public Function LignesTable(ByVal table As Object) As Long
    LignesTable = table.DataBodyRange.Rows.Count
End Function

' Returns the values of a table's column, (row, 1) from 1; aFormules tells that an empty one may be
' a cell that is still to be calculated. The table has two rows at least.
Public Function LireColonne(ByVal table As Object, ByVal numero As Long, ByRef aFormules As Boolean) As Variant
    Dim cellules As Range, formules As Variant
    Set cellules = table.ListColumns(numero).DataBodyRange
    formules = cellules.HasFormula
    If IsNull(formules) Then ' some of the cells
        aFormules = True
    Else
        aFormules = formules
    End If
    LireColonne = cellules.Value2
End Function

' Returns the last value of the calling cell, as far as what it shows tells it: a function can't read
' its own cell. Our sheet comes here only when Excel calculates before Workbook_Open: that its
' calculation is stopped is not saved with the workbook, so AppliquerReglages does it at each opening.
Public Function DerniereValeur(ByVal estNombre As Boolean) As Variant
    Dim montre As String
    DerniereValeur = CVErr(xlErrNA)
    On Error GoTo illisible
    montre = Application.Caller.Text
    If Not estNombre Or Len(montre) = 0 Then
        DerniereValeur = montre
    ElseIf IsNumeric(montre) Then
        DerniereValeur = CDbl(montre)
    ElseIf Right$(montre, 1) = "%" Then
        DerniereValeur = CDbl(Left$(montre, Len(montre) - 1)) / 100
    ElseIf IsDate(montre) Then
        DerniereValeur = CDbl(CDate(montre))
    End If
illisible:
End Function


' --- Clock, settings and texts ---

' Returns seconds; they start again from 0 at midnight.
Public Function Horloge() As Double
    Horloge = Timer
End Function

' Reads a setting of the workbook; one that is not there, or blank, says yes.
Public Function EstOui(ByVal nom As String) As Boolean
    Dim valeur As Variant
    EstOui = True
    valeur = Bloc(nom)
    Select Case VarType(valeur)
        Case vbBoolean
            EstOui = valeur
        Case vbString
            EstOui = (LCase$(Trim$(valeur)) <> NON)
    End Select
End Function

' Returns what a named range of the workbook holds, Empty when there is none.
Public Function Bloc(ByVal nom As String) As Variant
    On Error GoTo absent
    Bloc = ThisWorkbook.Names(nom).RefersToRange.Value2
absent:
End Function

' Tells whether a change on a sheet may be one of the settings.
Public Function PorteReglages(ByVal feuille As Object) As Boolean
    On Error GoTo absent
    PorteReglages = (feuille.Name = ThisWorkbook.Names("UdfActives").RefersToRange.Worksheet.Name)
absent:
End Function

' Without the functions, the sheet of the invoices is not calculated at all: nothing on it changes.
' Excel does not save this with the workbook, so it is done at each opening.
' With the functions again, everything is calculated: cells on other sheets hold what they showed,
' rounded, and nothing else would tell Excel that they are to be calculated.
Public Sub AppliquerReglages()
    Dim feuille As Worksheet, table As ListObject, calculer As Boolean, reprend As Boolean
    calculer = EstOui("UdfActives")
    For Each feuille In ThisWorkbook.Worksheets
        For Each table In feuille.ListObjects
            If table.Name = TABLE_CALCULEE Then
                If feuille.EnableCalculation <> calculer Then
                    feuille.EnableCalculation = calculer
                    reprend = calculer
                End If
            End If
        Next table
    Next feuille
    If reprend Then Application.CalculateFull
End Sub

' Returns a text of the hidden sheet by its code.
Private Function TexteMacro(ByVal code As String, ByVal sinon As String) As String
    Dim lignes As Variant, rang As Long
    TexteMacro = sinon
    lignes = Bloc("TextesMacros")
    If Not IsArray(lignes) Then Exit Function
    For rang = LBound(lignes, 1) To UBound(lignes, 1)
        If lignes(rang, 1) = code Then TexteMacro = lignes(rang, 2)
    Next rang
End Function


' --- Python ---

' Calls a function of Python; False when Python can't be reached.
Public Function AppelerPython(ByVal fonction As String, ByRef valeurs() As Variant, ByRef reponse As Variant) As Boolean
    Dim garde As Boolean, repondu As Boolean
    garde = Not mPython Is Nothing
    repondu = Tenter(fonction, valeurs, reponse)
    ' A server kept from an earlier call may have been stopped since: once more with a new one.
    If garde And Not repondu Then repondu = Tenter(fonction, valeurs, reponse)
    AppelerPython = repondu
End Function

' Neither the workbook nor the calling cell is sent: no function asks for them, and each would cost
' calls back into Excel while it calculates.
Private Function Tenter(ByVal fonction As String, ByRef valeurs() As Variant, ByRef reponse As Variant) As Boolean
    On Error GoTo echec
    If mPython Is Nothing Then Set mPython = XLPy
    reponse = mPython.CallUDF(MODULE_PYTHON, fonction, valeurs)
    mCause = ""
    Tenter = True
    Exit Function
echec:
    mCause = Err.Description
    Set mPython = Nothing
End Function

' Returns what a cell of text answers when Python can't be reached.
Public Function TextePanne() As String
    TextePanne = TexteMacro("panne_cellule", PANNE_CELLULE)
End Function

' Returns what a cell of text answers about days that are counted from 1904.
Public Function TexteDepuis1904() As String
    TexteDepuis1904 = TexteMacro("depuis_1904", DEPUIS_1904)
End Function

' Tells once why Python can't be reached, after the calculation.
Public Sub SignalerPanne()
    If Len(mCause) = 0 Or mSignalee Then Exit Sub
    mSignalee = True
    MsgBox TexteMacro("panne_boite", PANNE_BOITE) & vbLf & vbLf & mCause, vbExclamation, CATEGORIE
End Sub
