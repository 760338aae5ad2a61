Attribute VB_Name = "RelanceAide"
Option Explicit
Option Private Module ' nothing here is for the wizard or the list of macros
' The help of the functions in Excel's wizard, with its accents: the hidden sheet holds it.

Private Const CATEGORIE As String = "Relance"

' Describes every function. Not worth a word to the user when something is wrong with the help.
Public Sub DecrireFonctions()
    Dim lignes As Variant, enregistre As Boolean
    enregistre = ThisWorkbook.Saved
    On Error GoTo illisible
    lignes = RelanceHote.Bloc("AideFonctions")
    If IsArray(lignes) Then DecrireLignes lignes
illisible:
    ThisWorkbook.Saved = enregistre ' to describe marks the workbook as changed, which the user did not do
End Sub

Private Sub DecrireLignes(ByRef lignes As Variant)
    Dim rang As Long, premier As Long
    premier = LBound(lignes, 1)
    For rang = premier To UBound(lignes, 1)
        If rang = UBound(lignes, 1) Then
            DecrireUne lignes, premier, rang
        ElseIf lignes(rang + 1, 1) <> lignes(rang, 1) Then
            DecrireUne lignes, premier, rang
            premier = rang + 1
        End If
    Next rang
End Sub

' One function: its summary on the first line, then a line an argument.
Private Sub DecrireUne(ByRef lignes As Variant, ByVal premier As Long, ByVal dernier As Long)
    Dim aides() As String, rang As Long
    ReDim aides(0 To dernier - premier - 1)
    For rang = premier + 1 To dernier
        aides(rang - premier - 1) = lignes(rang, 3)
    Next rang
    On Error GoTo refuse ' the next one may be taken
    Application.MacroOptions Macro:=lignes(premier, 1), Description:=lignes(premier, 3), Category:=CATEGORIE, _
        ArgumentDescriptions:=aides
refuse:
End Sub
