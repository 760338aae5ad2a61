Attribute VB_Name = "RelanceCache"
Option Explicit
Option Private Module ' nothing here is for the wizard or the list of macros
' Answers of the functions, kept while Excel calculates: one call of Python a column instead of one
' a cell. An answer is found by function and values of the arguments, nothing else, so a call made in
' advance may be useless but never wrong. Excel and Python are asked through RelanceHote.
'
' The first cell of a column asks Python for itself, as after the edit of one row. The second one, if
' it stands in a table, asks for every row of the table at once.

Public Const UN_NOMBRE As Boolean = True ' the function answers a number or a day: no text in its cells
Public Const UN_TEXTE As Boolean = False

Private Const SECONDES_OISIVES As Double = 2 ' then the calculation is over, whatever Excel told
Private Const ECHECS_DE_SUITE As Long = 3 ' then Python is not asked again in this calculation
Private Const DERNIERE_AVANCE As Long = 256 ' misses: columns are asked for at the 2nd, 4th, 8th...
Private Const TEXTE_LONG As Long = 40 ' characters: rules and rates are long, and in every key
Private Const PRESQUE_TROP As Double = 1E+308 ' above it, what CStr rounds up may be no number any more

Private mPret As Boolean
Private mActives As Boolean
Private mGarde As Boolean
Private mDepuis1904 As Boolean ' a workbook that is open counts its days from 1904
Private mReponses As Object ' by function, its answers by key
Private mManques As Object ' by function and place of its arguments, how often no answer was there
Private mTextes As Object ' a number for each long text
Private mEchecs As Long
Private mDernierAppel As Double
Private mAppels As Long ' calls of Python since the workbook was opened
Private mAppelsCalcul As Long ' those of the last calculation that asked a function


' --- What the functions and the workbook call ---

' Answers for one row, or for cells of the same shape.
Public Function ParLigne(ByVal fonction As String, ByVal estNombre As Boolean, ByVal arguments As Variant) As Variant
    Dim valeurs() As Variant
    Preparer
    If Not mActives Then
        ParLigne = RelanceHote.DerniereValeur(estNombre)
    ElseIf EstDecalee(arguments) Then
        ParLigne = Convertie(RelanceHote.TexteDepuis1904, estNombre)
    ElseIf Not RelanceHote.LireValeurs(arguments, valeurs) Then
        ParLigne = CVErr(xlErrNA) ' never seen: Excel calls again when the arguments are there
    ElseIf mGarde Then
        ParLigne = Convertie(Gardee(fonction, arguments, valeurs), estNombre)
    Else
        ParLigne = Convertie(Directe(fonction, valeurs), estNombre)
    End If
End Function

' Answers a block of cells to one question: nothing to keep, nothing to ask in advance.
Public Function EnBloc(ByVal fonction As String, ByVal estNombre As Boolean, ByVal arguments As Variant) As Variant
    Dim valeurs() As Variant
    Preparer
    EnBloc = CVErr(xlErrNA)
    If Not mActives Then Exit Function
    If EstDecalee(arguments) Then
        EnBloc = Convertie(RelanceHote.TexteDepuis1904, estNombre)
    ElseIf RelanceHote.LireValeurs(arguments, valeurs) Then
        EnBloc = Convertie(Directe(fonction, valeurs), estNombre)
    End If
End Function

' Tells how often Python was called: since the workbook was opened, and in the last calculation.
Public Function Comptes() As String
    Comptes = CStr(mAppels) & vbLf & CStr(mAppelsCalcul)
End Function

' Forgets every answer and reads the settings again at the next call: after a calculation, and when
' the settings change.
Public Sub Vider()
    mPret = False
    Set mReponses = Nothing
    Set mManques = Nothing
    Set mTextes = Nothing
End Sub

Private Sub Preparer()
    Dim maintenant As Double, depuis As Double
    maintenant = RelanceHote.Horloge
    depuis = maintenant - mDernierAppel
    mDernierAppel = maintenant
    If mPret And depuis >= 0 And depuis <= SECONDES_OISIVES Then Exit Sub
    Set mReponses = CreateObject("Scripting.Dictionary")
    Set mManques = CreateObject("Scripting.Dictionary")
    Set mTextes = CreateObject("Scripting.Dictionary")
    mEchecs = 0
    mAppelsCalcul = 0
    mActives = RelanceHote.EstOui("UdfActives")
    mGarde = RelanceHote.EstOui("CacheActif")
    mDepuis1904 = RelanceHote.UnClasseurDepuis1904
    mPret = True
End Sub

' Days that are counted from 1904 would be four years off, without a word. Each cell is looked at
' only while such a workbook is open.
Private Function EstDecalee(ByRef arguments As Variant) As Boolean
    If mDepuis1904 Then EstDecalee = RelanceHote.EstDepuis1904(arguments)
End Function


' --- Finding an answer ---

Private Function Gardee(ByVal fonction As String, ByRef arguments As Variant, ByRef valeurs() As Variant) As Variant
    Dim reponses As Object, parts() As String, cle As String, reponse As Variant
    If Not mReponses.Exists(fonction) Then mReponses.Add fonction, CreateObject("Scripting.Dictionary")
    Set reponses = mReponses.Item(fonction)
    If Not EcrireParts(valeurs, parts) Then ' ranges: not worth a key
        Gardee = Directe(fonction, valeurs)
        Exit Function
    End If
    cle = Join(parts, vbLf)
    If Not reponses.Exists(cle) Then DemanderEnAvance fonction, arguments, valeurs, reponses
    If Not reponses.Exists(cle) Then
        If Not Demander(fonction, valeurs, reponse) Then
            Gardee = RelanceHote.TextePanne
            Exit Function
        End If
        reponses.Add cle, reponse
    End If
    Gardee = reponses.Item(cle)
End Function

Private Function Directe(ByVal fonction As String, ByRef valeurs() As Variant) As Variant
    Dim reponse As Variant
    If Demander(fonction, valeurs, reponse) Then
        Directe = reponse
    Else
        Directe = RelanceHote.TextePanne
    End If
End Function

' A Python that can't start may take seconds to say so: three times, not once a cell.
Private Function Demander(ByVal fonction As String, ByRef valeurs() As Variant, ByRef reponse As Variant) As Boolean
    If mEchecs >= ECHECS_DE_SUITE Then Exit Function
    Demander = RelanceHote.AppelerPython(fonction, valeurs, reponse)
    mDernierAppel = RelanceHote.Horloge ' a call that takes long is no idle time
    If Demander Then
        mEchecs = 0
        mAppels = mAppels + 1
        mAppelsCalcul = mAppelsCalcul + 1
    Else
        mEchecs = mEchecs + 1
    End If
End Function


' --- Asking for a whole column ---

' Asks for every row of the caller's table at the second miss with arguments of the same columns and
' the same fixed values, and again when misses doubled: rows may have been waiting for other cells.
' Never more often, so that what turns out useless can't repeat without end.
Private Sub DemanderEnAvance(ByVal fonction As String, ByRef arguments As Variant, ByRef valeurs() As Variant, ByVal reponses As Object)
    Dim colonnes() As Long, table As Object, forme As String, manques As Long
    If Not RelanceHote.Situer(arguments, colonnes, table) Then Exit Sub
    If RelanceHote.LignesTable(table) < 2 Then Exit Sub
    forme = fonction & vbLf & FormeDe(table, colonnes, valeurs)
    If mManques.Exists(forme) Then manques = mManques.Item(forme)
    manques = manques + 1
    mManques.Item(forme) = manques
    If manques > 1 And manques <= DERNIERE_AVANCE And (manques And (manques - 1)) = 0 Then
        DemanderTable fonction, table, colonnes, valeurs, reponses
    End If
End Sub

' Tells by argument its column, or its value when it is the same for every row.
Private Function FormeDe(ByVal table As Object, ByRef colonnes() As Long, ByRef valeurs() As Variant) As String
    Dim parts() As String, place As Long
    EcrireParts valeurs, parts
    For place = LBound(valeurs) To UBound(valeurs)
        If colonnes(place) > 0 Then parts(place) = "c" & colonnes(place)
    Next place
    FormeDe = RelanceHote.NomTable(table) & vbLf & Join(parts, vbLf)
End Function

Private Sub DemanderTable(ByVal fonction As String, ByVal table As Object, ByRef colonnes() As Long, ByRef valeurs() As Variant, ByVal reponses As Object)
    Dim lues() As Variant, pretes() As Boolean, rangs As Object, envoi() As Variant
    Dim cles As Variant, reponse As Variant, place As Long
    LireTable table, colonnes, lues, pretes
    Set rangs = RangsInconnus(colonnes, valeurs, lues, pretes, reponses)
    If rangs.Count < 2 Then Exit Sub
    ReDim envoi(LBound(valeurs) To UBound(valeurs))
    For place = LBound(valeurs) To UBound(valeurs)
        If colonnes(place) > 0 Then
            envoi(place) = Extraite(lues(place), rangs.Items)
        Else
            envoi(place) = valeurs(place)
        End If
    Next place
    If Not Demander(fonction, envoi, reponse) Then Exit Sub
    If Not EstColonne(reponse, rangs.Count) Then Exit Sub
    cles = rangs.Keys
    For place = 0 To rangs.Count - 1
        reponses.Add cles(place), reponse(LBound(reponse, 1) + place, LBound(reponse, 2))
    Next place
End Sub

' Reads the columns of the arguments. A row is ready when none of its cells waits to be calculated.
Private Sub LireTable(ByVal table As Object, ByRef colonnes() As Long, ByRef lues() As Variant, ByRef pretes() As Boolean)
    Dim place As Long, rang As Long, aFormules As Boolean
    ReDim lues(LBound(colonnes) To UBound(colonnes))
    ReDim pretes(1 To RelanceHote.LignesTable(table))
    For rang = 1 To UBound(pretes)
        pretes(rang) = True
    Next rang
    For place = LBound(colonnes) To UBound(colonnes)
        If colonnes(place) > 0 Then
            aFormules = False
            lues(place) = RelanceHote.LireColonne(table, colonnes(place), aFormules)
            If aFormules Then
                For rang = 1 To UBound(pretes)
                    If IsEmpty(lues(place)(rang, 1)) Then pretes(rang) = False
                Next rang
            End If
        End If
    Next place
End Sub

' Returns by key one row of each question that has no answer yet.
Private Function RangsInconnus(ByRef colonnes() As Long, ByRef valeurs() As Variant, ByRef lues() As Variant, ByRef pretes() As Boolean, ByVal reponses As Object) As Object
    Dim parts() As String, place As Long, rang As Long, cle As String, rangs As Object, avecPlage As Boolean
    Set rangs = CreateObject("Scripting.Dictionary")
    EcrireParts valeurs, parts
    For rang = 1 To UBound(pretes)
        If pretes(rang) Then
            For place = LBound(valeurs) To UBound(valeurs)
                If colonnes(place) > 0 Then parts(place) = CleValeur(lues(place)(rang, 1), avecPlage)
            Next place
            cle = Join(parts, vbLf)
            If Not reponses.Exists(cle) Then
                If Not rangs.Exists(cle) Then rangs.Add cle, rang
            End If
        End If
    Next rang
    Set RangsInconnus = rangs
End Function

' Returns the values of some rows of a column, as a column.
Private Function Extraite(ByRef colonne As Variant, ByVal rangs As Variant) As Variant
    Dim choisies() As Variant, place As Long
    ReDim choisies(0 To UBound(rangs), 0 To 0)
    For place = 0 To UBound(rangs)
        choisies(place, 0) = colonne(rangs(place), 1)
    Next place
    Extraite = choisies
End Function

' Tells whether an answer is one column of so many rows.
Private Function EstColonne(ByRef reponse As Variant, ByVal nombreLignes As Long) As Boolean
    If Not EstTable(reponse) Then Exit Function
    If UBound(reponse, 2) <> LBound(reponse, 2) Then Exit Function
    EstColonne = (UBound(reponse, 1) - LBound(reponse, 1) + 1 = nombreLignes)
End Function


' --- Keys: the same when, and only when, Python would see the same values ---

' Writes the part of each value; False when one of them is a range.
Private Function EcrireParts(ByRef valeurs() As Variant, ByRef parts() As String) As Boolean
    Dim place As Long, avecPlage As Boolean
    ReDim parts(LBound(valeurs) To UBound(valeurs))
    For place = LBound(valeurs) To UBound(valeurs)
        If IsMissing(valeurs(place)) Then ' first: to Visual Basic, it is an error too
            parts(place) = "o"
        Else
            parts(place) = CleValeur(valeurs(place), avecPlage)
        End If
    Next place
    EcrireParts = Not avecPlage
End Function

' The first letter tells the kind of a value: "1" is not 1, and a blank cell not an omitted argument.
' A range has no key.
Private Function CleValeur(ByRef valeur As Variant, ByRef avecPlage As Boolean) As String
    Dim reste As Double
    Select Case VarType(valeur)
        Case vbDouble
            If Abs(valeur) > PRESQUE_TROP Then
                CleValeur = "d" & CleValeur(valeur / 2, avecPlage) ' exact: a half has the same digits
                Exit Function
            End If
            CleValeur = "n" & CStr(valeur)
            reste = valeur - CDbl(CStr(valeur)) ' CStr keeps 15 digits: 0.3 and 0.1 + 0.2 look the same
            If reste <> 0 Then CleValeur = CleValeur & "|" & CStr(reste)
        Case vbString
            If Len(valeur) > TEXTE_LONG Then
                If Not mTextes.Exists(valeur) Then mTextes.Add valeur, mTextes.Count
                CleValeur = "l" & mTextes.Item(valeur)
            Else
                CleValeur = "t" & Len(valeur) & ":" & valeur ' its length, as it may hold the separator
            End If
        Case vbEmpty
            CleValeur = "v"
        Case vbBoolean
            CleValeur = "b" & CLng(valeur)
        Case vbError
            CleValeur = "e" & CLng(valeur)
        Case Is < vbArray ' days and amounts that Visual Basic typed
            CleValeur = "x" & VarType(valeur) & ":" & CStr(valeur)
        Case Else
            avecPlage = True
    End Select
End Function


' --- Answers ---

' In a column of numbers a sentence would make sums silently short: #N/A makes them say so. Cells that
' have nothing to tell stay blank.
Private Function Convertie(ByVal reponse As Variant, ByVal estNombre As Boolean) As Variant
    Dim ligne As Long, colonne As Long
    If Not estNombre Then
        Convertie = reponse
    ElseIf Not IsArray(reponse) Then
        Convertie = SansPhrase(reponse)
    ElseIf EstTable(reponse) Then
        For ligne = LBound(reponse, 1) To UBound(reponse, 1)
            For colonne = LBound(reponse, 2) To UBound(reponse, 2)
                reponse(ligne, colonne) = SansPhrase(reponse(ligne, colonne))
            Next colonne
        Next ligne
        Convertie = reponse
    Else ' a range of one row
        For colonne = LBound(reponse) To UBound(reponse)
            reponse(colonne) = SansPhrase(reponse(colonne))
        Next colonne
        Convertie = reponse
    End If
End Function

Private Function SansPhrase(ByVal reponse As Variant) As Variant
    SansPhrase = reponse
    If VarType(reponse) = vbString Then
        If Len(reponse) > 0 Then SansPhrase = CVErr(xlErrNA)
    End If
End Function

Private Function EstTable(ByRef valeurs As Variant) As Boolean
    On Error GoTo uneDimension
    EstTable = (UBound(valeurs, 2) >= LBound(valeurs, 2))
uneDimension:
End Function
