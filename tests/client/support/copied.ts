/** What programs put on the clipboard as HTML, shortened. */

const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<title>Geheime titel</title><link rel=File-List href="file:///C:/Users/Riet/AppData/Local/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal { margin:0cm; mso-style-unhide:no; } --></style></head>
<body lang=NL style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->
<h1 style='margin-top:12.0pt'><a name="_Toc1"></a>Samen aan tafel<o:p></o:p></h1>
<p class=MsoNormal>Inwoners zitten <b style='mso-bidi-font-weight:normal'>vroeg</b> aan <i>tafel</i><span
class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AV1]</a><span style='mso-special-character:comment'>&nbsp;</span></span></span>,
zie <a href="https://gemeente.example/plan"><span style='color:blue'>de website</span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Eerst luisteren<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Dan pas schrijven<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a)<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Ook dieper<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Eén<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Twee<o:p></o:p></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025" type="#_x0000_t75"><v:imagedata src="file:///C:/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=602 height=401 src="file:///C:/clip_image002.jpg" v:shapes="_x0000_i1025"><![endif]><o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td width=302><p class=MsoNormal>Wat<o:p></o:p></p></td><td><p class=MsoNormal>Wie<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Zaal</p></td><td><p class=MsoNormal>Riet</p></td></tr></table>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Geheime opmerking</p></div></div></div>
<!--EndFragment--></body></html>`

const docs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-6a1e2b7c"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;">Samen aan tafel</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;font-style:normal;white-space:pre-wrap;">Inwoners zitten </span><span style="font-weight:700;font-style:normal;white-space:pre-wrap;">vroeg</span><span style="font-weight:400;font-style:normal;white-space:pre-wrap;"> aan </span><span style="font-weight:400;font-style:italic;white-space:pre-wrap;">tafel</span><span style="font-weight:400;white-space:pre-wrap;">, zie </span><a href="https://gemeente.example/plan" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;white-space:pre-wrap;">de website</span></a><span style="font-weight:400;white-space:pre-wrap;">.</span></p><br /><ul style="margin-top:0;margin-bottom:0;"><li dir="ltr" style="list-style-type:disc;white-space:pre;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">Eerst luisteren</span></p></li><ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">naar elkaar</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">Dan pas schrijven</span></p></li></ul><p dir="ltr"><img src="https://lh3.example/foto" width="602" height="401" /></p></b><br class="Apple-interchange-newline">`

const page = `<meta charset='utf-8'><main style="color: rgb(27, 27, 27); font-size: 16px;"><style>.a{color:red}</style><h2 class="kop">Nieuws<svg><title>Deel dit</title><path d="M0 0"/></svg></h2>
<script>document.write('geheim')</script><noscript>Zet JavaScript aan</noscript>
<div onclick="alert(1)"><p>Lees dit <span style="text-transform:uppercase">eerst</span>.</p></div>
<p>Meer <a href="javascript:alert(1)">hier</a> en <a href="mailto:griffie@gemeente.example" onclick="alert(2)">daar</a>.</p>
<p style="display:none">Verborgen</p><object data="reclame">Zet dit aan</object>
<table><tbody><tr><td>Regel een</td></tr><tr><td>Regel twee</td></tr></tbody></table>
<form><input value="geheim"><textarea>geheim</textarea><select><option>geheim</option></select></form></main>`

export const COPIED = { word, docs, page }
