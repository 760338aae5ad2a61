Attribute VB_Name = "RelanceRuban"
Option Explicit
' The ribbon: a button hands its id to Python, and Python asks the user through the dialogs below.
' The words of a button stand in its tag, as this file is ASCII: what enables it, then its label,
' screentip and supertip, each in French and in English (relance.hosts.excel.build.ribbon_xml).
' No rule of dunning stands here. The sentences below are French without accents.
' What Excel and Python call by name must be public; all else is private, and what is public takes an
' argument or answers something, so that the list of macros (Alt+F8) stays empty.

Private Const TITRE As String = "Relance"
Private Const SEPARATEUR As String = "|"
Private Const NOS_LIGNES As String = "|tfactures|tclients|tagenda|"
Private Const LANGUE_INTERFACE As Long = 2 ' msoLanguageIDUI
Private Const LANGUE_SEULE As Long = &H3FF ' the language without its country
Private Const ANGLAIS As Long = 9

Private Const JAMAIS_ENREGISTRE As String = "Enregistrez d'abord ce classeur, puis recommencez."
Private Const EN_SAISIE As String = "Terminez d'abord la saisie dans la cellule, puis recommencez."
Private Const SANS_PYTHON As String = "Python est introuvable :"
Private Const REMEDE As String = "Installez Relance de nouveau, ou corrigez la feuille xlwings.conf. " & _
    "Sans Excel, tout reste possible dans une invite de commandes : relance --help"
Private Const ECHEC As String = "Relance ne s'est pas ouvert. Pour savoir pourquoi, dans une invite de " & _
    "commandes : relance doctor"
Private Const EXPORTS As String = "Exports (*.csv;*.txt;*.xls*;*.ods),*.csv;*.txt;*.xls*;*.ods,Tous (*.*),*.*"
Private Const HORS_LISTE As String = "Tapez un nombre de la liste."

Private mRuban As IRibbonUI ' given once: code that is stopped in the editor loses it for good
Private mSurNosLignes As Boolean ' rows of ours are selected, as the ribbon was told last


' --- Callbacks of the ribbon ---

Public Sub Charger(ByVal ruban As IRibbonUI)
    Set mRuban = ruban
    mSurNosLignes = EstSurNosLignes(ThisWorkbook.ActiveSheet)
End Sub

Public Sub Libelle(ByVal control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = Mot(control.Tag, 1)
End Sub

Public Sub Bulle(ByVal control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = Mot(control.Tag, 3)
End Sub

Public Sub Aide(ByVal control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = Mot(control.Tag, 5)
End Sub

Public Sub Actif(ByVal control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = EstActif(Split(control.Tag, SEPARATEUR)(0))
End Sub

Public Sub Cliquer(ByVal control As IRibbonControl)
    Lancer control.ID
End Sub

' Returns a word of a tag in the language of Excel's menus: English, else French.
Private Function Mot(ByVal etiquette As String, ByVal rang As Long) As String
    If EnAnglais() Then rang = rang + 1
    Mot = Split(etiquette, SEPARATEUR)(rang)
End Function

Private Function EnAnglais() As Boolean
    Dim reglages As Object, langue As Long
    Set reglages = Application.LanguageSettings
    langue = reglages.LanguageID(LANGUE_INTERFACE)
    EnAnglais = ((langue And LANGUE_SEULE) = ANGLAIS)
End Function

' Tells whether a verb that needs this ("book", "rows", "nothing") can be clicked now.
Private Function EstActif(ByVal besoin As String) As Boolean
    Select Case besoin
        Case "book"
            EstActif = Not ThisWorkbook.ReadOnly
        Case "rows" ' a ribbon that can't be asked anew keeps its buttons: Python says what to select
            EstActif = (mSurNosLignes Or mRuban Is Nothing) And Not ThisWorkbook.ReadOnly
        Case Else
            EstActif = True
    End Select
End Function

' The workbook calls it at each selection, and when another sheet or workbook comes to the front: Excel
' does not call that a selection. The ribbon is asked anew only when a state changes.
Public Sub SuivreSelection(ByVal feuille As Object)
    If EstSurNosLignes(feuille) <> mSurNosLignes Then Rafraichir
End Sub

Private Sub Rafraichir()
    If mRuban Is Nothing Then Exit Sub
    mSurNosLignes = EstSurNosLignes(ThisWorkbook.ActiveSheet)
    mRuban.Invalidate
End Sub

' Tells whether the selection touches rows of ours, in one of its areas at least. Excel tells of no
' event when a chart is selected on a sheet: then it is found at the next one, or by the click.
Private Function EstSurNosLignes(ByVal feuille As Object) As Boolean
    Dim table As ListObject, communes As Range
    On Error GoTo ailleurs ' a sheet of charts, another workbook's window, a table without rows
    If TypeName(Application.Selection) <> "Range" Then Exit Function
    For Each table In feuille.ListObjects
        If InStr(NOS_LIGNES, SEPARATEUR & LCase$(table.Name) & SEPARATEUR) > 0 Then
            Set communes = Application.Intersect(Application.Selection, table.DataBodyRange)
            If Not communes Is Nothing Then EstSurNosLignes = True
        End If
    Next table
ailleurs:
End Function


' --- The one way to Python ---

' Carries out a verb, after what would make xlwings fail without a word, or in English.
Private Sub Lancer(ByVal verbe As String)
    Dim refus As String
    On Error GoTo echoue
    refus = Empechement()
    If Len(refus) > 0 Then
        MsgBox refus, vbExclamation, TITRE
        Exit Sub
    End If
    Application.EnableCancelKey = xlDisabled ' Escape is for Python, which stops between two debtors
    If RunPython("import relance.hosts.excel.ribbon as r; r.dispatch('" & verbe & "')") <> 0 Then
        MsgBox ECHEC, vbExclamation, TITRE
    End If
    Application.EnableCancelKey = xlInterrupt
    Rafraichir
    Exit Sub
echoue: ' no interpreter on the path, no DLL beside it, settings that can't be read
    Application.EnableCancelKey = xlInterrupt
    MsgBox ECHEC & vbLf & vbLf & Err.Description & vbLf & vbLf & REMEDE, vbExclamation, TITRE
End Sub

' Returns why Python can't be called, "" when it can.
Private Function Empechement() As String
    Dim chemin As String
    If Not Application.Ready Then
        Empechement = EN_SAISIE
    ElseIf Len(ThisWorkbook.Path) = 0 Then
        Empechement = JAMAIS_ENREGISTRE
    Else
        chemin = GetConfig("INTERPRETER_WIN", "")
        If InStr(chemin, "\") > 0 And Not EstFichier(chemin) Then
            Empechement = SANS_PYTHON & vbLf & chemin & vbLf & vbLf & REMEDE
        End If
    End If
End Function

Private Function EstFichier(ByVal chemin As String) As Boolean
    On Error GoTo absent ' a drive that is not there
    EstFichier = Len(Dir$(chemin)) > 0
absent:
End Function


' --- What Python asks for: dialogs, and how often it was called ---

' Asks for a line of text; Null when the user gives up, "" when it is left blank.
Public Function Saisir(ByVal question As String, ByVal titreBoite As String, ByVal defaut As String) As Variant
    Dim reponse As String
    reponse = InputBox(question, titreBoite, defaut)
    If StrPtr(reponse) = 0 Then
        Saisir = Null
    Else
        Saisir = reponse
    End If
End Function

' Asks for one of some options, a line each, and returns its place from 1; 0 when the user gives up.
Public Function Choisir(ByVal question As String, ByVal titreBoite As String, ByVal options As String) As Long
    Dim choix() As String, texte As String, reponse As String, rang As Long, numero As Long
    choix = Split(options, vbLf)
    texte = question & vbLf
    For rang = 0 To UBound(choix)
        texte = texte & vbLf & CStr(rang + 1) & ". " & choix(rang)
    Next rang
    Do
        reponse = InputBox(texte, titreBoite)
        If StrPtr(reponse) = 0 Then Exit Function
        numero = 0
        reponse = Trim$(reponse)
        If reponse Like "#" Or reponse Like "##" Then numero = CLng(reponse)
        If numero >= 1 And numero <= UBound(choix) + 1 Then
            Choisir = numero
            Exit Function
        End If
        MsgBox HORS_LISTE, vbExclamation, titreBoite
    Loop
End Function

' Asks for files to read and returns their paths, a line each; "" when the user gives up.
Public Function Fichiers(ByVal titreBoite As String) As String
    Dim choisis As Variant
    choisis = Application.GetOpenFilename(FileFilter:=EXPORTS, Title:=titreBoite, MultiSelect:=True)
    If IsArray(choisis) Then Fichiers = Join(choisis, vbLf)
End Function

' Tells how often the functions called Python, a line each: since the workbook was opened, and in the
' last calculation that asked one of them.
Public Function Appels() As String
    Appels = RelanceCache.Comptes
End Function
