<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AnnexTests</name>
    <message numerus="yes">
        <source>Projects with goals: the text says %1; %n form(s) are attached.</source>
        <translation>
            <numerusform>Projects with goals: the text says %1; %n form is attached.</numerusform>
            <numerusform>Projects with goals: the text says %1; %n forms are attached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checker</name>
    <message numerus="yes">
        <source> + %n more</source>
        <translation>
            <numerusform> + %n more</numerusform>
            <numerusform> + %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rows %1 to %2 look displaced by %n row(s).</source>
        <translation>
            <numerusform>The rows %1 to %2 look displaced by %n row.</numerusform>
            <numerusform>The rows %1 to %2 look displaced by %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n equation(s) fail because of it</source>
        <translation>
            <numerusform>%n equation fails because of it</numerusform>
            <numerusform>%n equations fail because of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>most likely wrong: %1; with %2 all %n equation(s) hold</source>
        <translation>
            <numerusform>most likely wrong: %1; with %2 its equation holds</numerusform>
            <numerusform>most likely wrong: %1; with %2 all %n equations hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n total(s) differ by rounding only.</source>
        <translation>
            <numerusform>%n total differs by rounding only.</numerusform>
            <numerusform>%n totals differ by rounding only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostPages</name>
    <message numerus="yes">
        <source>%n page(s) or piece(s) of the file are pictures or could not be read; what stands there was not checked.</source>
        <translation>
            <numerusform>%n page or piece of the file is a picture or could not be read; what stands there was not checked.</numerusform>
            <numerusform>%n pages or pieces of the file are pictures or could not be read; what stands there was not checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) or piece(s) that could not be read</source>
        <translation>
            <numerusform>%n page or piece that could not be read</numerusform>
            <numerusform>%n pages or pieces that could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narrative</name>
    <message numerus="yes">
        <source>%n computation(s) with it fail</source>
        <translation>
            <numerusform>%n computation with it fails</numerusform>
            <numerusform>%n computations with it fail</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NarrativeTests</name>
    <message numerus="yes">
        <source>%n amount(s) of the text could not be checked.</source>
        <translation>
            <numerusform>%n amount of the text could not be checked.</numerusform>
            <numerusform>%n amounts of the text could not be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityTests</name>
    <message numerus="yes">
        <source>It stands in %n place(s).</source>
        <translation>
            <numerusform>It stands in %n place.</numerusform>
            <numerusform>It stands in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::BatchPage</name>
    <message numerus="yes">
        <source>%n file(s) checked</source>
        <translation>
            <numerusform>%n file checked</numerusform>
            <numerusform>%n files checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::ContentsModel</name>
    <message numerus="yes">
        <source>%n total(s) differ from what they sum</source>
        <translation>
            <numerusform>%n total differs from what it sums</numerusform>
            <numerusform>%n totals differ from what they sum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::ExplanationLine</name>
    <message numerus="yes">
        <source> … (%n more)</source>
        <translation>
            <numerusform> … (%n more)</numerusform>
            <numerusform> … (%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::FormView</name>
    <message numerus="yes">
        <source>%n total(s) were left as they are.</source>
        <translation>
            <numerusform>%n total was left as it is.</numerusform>
            <numerusform>%n totals were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the block do not fit below the current cell.</source>
        <translation>
            <numerusform>%n row of the block does not fit below the current cell.</numerusform>
            <numerusform>%n rows of the block do not fit below the current cell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) of the block do not fit beside the current cell.</source>
        <translation>
            <numerusform>%n column of the block does not fit beside the current cell.</numerusform>
            <numerusform>%n columns of the block do not fit beside the current cell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::ImportPreview</name>
    <message numerus="yes">
        <source>%n point(s) to decide</source>
        <translation>
            <numerusform>%n point to decide</numerusform>
            <numerusform>%n points to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::MainWindow</name>
    <message numerus="yes">
        <source>%n note(s) on reading</source>
        <translation>
            <numerusform>%n note on reading</numerusform>
            <numerusform>%n notes on reading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) ran.</source>
        <translation>
            <numerusform>%n rule ran.</numerusform>
            <numerusform>%n rules ran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s).</source>
        <translation>
            <numerusform>%n finding.</numerusform>
            <numerusform>%n findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::ReportDocument</name>
    <message numerus="yes">
        <source>Paste %n cell(s)</source>
        <translation>
            <numerusform>Paste %n cell</numerusform>
            <numerusform>Paste %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n row(s)</source>
        <translation>
            <numerusform>Remove %n row</numerusform>
            <numerusform>Remove %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::TextGapsPage</name>
    <message numerus="yes">
        <source>%n place(s) of the text are empty</source>
        <translation>
            <numerusform>%n place of the text is empty</numerusform>
            <numerusform>%n places of the text are empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::WritingPage</name>
    <message numerus="yes">
        <source>%1 is also: %2 (and %n more)</source>
        <translation>
            <numerusform>%1 is also: %2 (and %n more)</numerusform>
            <numerusform>%1 is also: %2 (and %n more)</numerusform>
        </translation>
    </message>
</context>
</TS>
