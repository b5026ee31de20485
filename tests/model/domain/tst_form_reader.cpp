#include "model/domain/form_reader.h"
#include "model/domain/handbook.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

const QByteArray formulasText = R"json(  "formulas": [
    {"cells": "income[total].*", "formula": "sum(top)"},
    {"cells": "income[leaf].total", "formula": "part + part"},
    {"cells": "expenditure[total]", "formula": "T03[total].total"}
  ],
)json";

/// A small form with two sides, every kind of column and of row.
const QByteArray goodForm = QByteArray(R"json({
  "kind": "T02",
  "title": "收入决算表",
  "english": "Income",
  "aliases": ["收入总表"],
  "number": "公开02表",
  "unit": "万元",
  "decimals": 2,
  "zero": "0.00",
  "accounts": "functional",
  "columnNumbers": true,
  "agencyPrefix": "部门：",
  "unitPrefix": "单位：",
  "lanes": [
    {
      "side": "income",
      "classes": ["201"],
      "heading": [
        {"title": "编码", "shows": "code", "level": 1},
        {"title": "名称", "shows": "label"},
        {"title": "行次", "shows": "line"},
        {"title": "收入", "below": [
          {"title": "合计", "column": "total", "english": "Total"},
          {"title": "其中", "column": "part", "aliases": ["其中："]}
        ]}
      ],
      "rows": [
        {"key": "total", "label": "合计", "strong": true},
        {"tree": true},
        {"code": "20103", "indent": 1},
        {"key": "end", "label": "完", "foot": true, "lanes": 2}
      ]
    },
    {
      "side": "expenditure",
      "heading": [{"title": "支出", "column": "spent"}],
      "rows": [{"key": "total", "label": "合计"}]
    }
  ],
)json")
    + formulasText + R"json(  "notes": ["注：无。"],
  "emptyNote": "%1无数据。"
})json";

const AccountList &functional()
{
    static const AccountList list = *AccountList::parse(
        "code,name,from_year,to_year,evidence\n20103,政府办公厅（室）及相关机构事务,,,printed\n",
        u"functional.csv"_s);
    return list;
}

Result<std::shared_ptr<const TableForm>> read(const QByteArray &json)
{
    return readTableForm(json, u"T02.json"_s, functional(), {});
}

}  // namespace

class TestFormReader : public QObject
{
    Q_OBJECT

private slots:
    void readsEverythingThatAFormSays()
    {
        const auto result = read(goodForm);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
        const TableForm &form = **result;
        QCOMPARE(form.kind, u"T02"_s);
        QCOMPARE(form.title, u"收入决算表"_s);
        QCOMPARE(form.aliases, QStringList{u"收入总表"_s});
        QCOMPARE(form.number, u"公开02表"_s);
        QCOMPARE(form.unit, Money::Unit::TenThousandYuan);
        QCOMPARE(form.decimals, 2);
        QVERIFY(!form.blankZero);
        QVERIFY(form.columnNumbers);
        QCOMPARE(form.accounts, TableForm::Accounts::Functional);
        QVERIFY(form.hasTree());
        QCOMPARE(form.notes, QStringList{u"注：无。"_s});
        QCOMPARE(form.lanes.size(), size_t(2));
        QCOMPARE(form.laneIndex(u"expenditure"), 1);
        QCOMPARE(form.laneIndex(u"none"), -1);
        QVERIFY(form.lanes[0].classes == std::vector<AccountCode>{AccountCode::parse(u"201")});
        QVERIFY(form.lanes[0].columns == (std::vector<int>{0, 1}));
        QVERIFY(form.lanes[1].columns == std::vector<int>{2});
        QCOMPARE(form.columns[1].path, (QStringList{u"收入"_s, u"其中"_s}));
        QCOMPARE(form.columnIndex(u"spent"), 2);
        QCOMPARE(form.columnIndex(u"nothing"), -1);
        const Heading &code = form.lanes[0].heading[0];
        QCOMPARE(code.shows, Heading::Shows::Code);
        QCOMPARE(code.codeLevel, 1);
        const std::vector<FormRow> &rows = form.lanes[0].rows;
        QCOMPARE(rows.size(), size_t(4));
        QVERIFY(rows[1].tree);
        QCOMPARE(rows[2].key, u"20103"_s);
        QCOMPARE(rows[2].label, u"政府办公厅（室）及相关机构事务"_s);
        QVERIFY(rows[3].foot);
        QCOMPARE(rows[3].lanes, 2);
        QCOMPARE(form.formulas.size(), size_t(3));
    }

    void aFormMayLeaveTotalsOfZeroBlank()
    {
        QByteArray json = goodForm;
        const auto result = read(json.replace("\"zero\": \"0.00\"", "\"zero\": \"\""));
        QVERIFY(result.has_value());
        QVERIFY((*result)->blankZero);
    }

    void aBrokenFormGivesOneClearError_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *from, const char *to, const char *says,
                             const char *place) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(says)
                                << QString::fromUtf8(place);
        };
        row("unknown key", "\"zero\"", "\"colour\": 1, \"zero\"", "colour", "T02.json");
        row("unknown key in a lane", "\"side\": \"income\"", "\"side\": \"income\", \"x\": 1",
            "“x”", "T02.json: lanes[0]");
        row("unknown key in a heading", "\"level\": 1", "\"levels\": 1", "levels",
            "T02.json: lanes[0].heading[0]");
        row("unknown key in a row", "\"strong\": true", "\"strng\": true", "strng",
            "T02.json: lanes[0].rows[0]");
        row("unknown key in a formula", "\"cells\": \"income[leaf]", "\"cell\": \"income[leaf]",
            "“cell”", "T02.json: formulas[1]");
        row("no kind", "\"kind\": \"T02\",", "", "kind", "T02.json");
        row("no title", "\"title\": \"收入决算表\",", "", "title", "T02.json");
        row("empty title", "\"title\": \"收入决算表\"", "\"title\": \"\"", "title", "T02.json");
        row("title is a number", "\"title\": \"收入决算表\"", "\"title\": 2", "title", "T02.json");
        row("no English title", "\"english\": \"Income\",", "", "english", "T02.json");
        row("aliases are a text", "[\"收入总表\"]", "\"收入总表\"", "aliases", "T02.json");
        row("aliases hold a number", "[\"收入总表\"]", "[1]", "aliases", "T02.json");
        row("unknown unit", "\"unit\": \"万元\"", "\"unit\": \"角\"", "元 or 万元",
            "T02.json: unit");
        row("no unit", "\"unit\": \"万元\",", "", "unit", "T02.json");
        row("too many decimals", "\"decimals\": 2", "\"decimals\": 7", "decimals",
            "T02.json: decimals");
        row("negative decimals", "\"decimals\": 2", "\"decimals\": -1", "decimals",
            "T02.json: decimals");
        row("unknown accounts", "\"functional\"", "\"regional\"", "functional or economic",
            "T02.json: accounts");
        row("heading without title", "{\"title\": \"行次\", ", "{", "title",
            "T02.json: lanes[0].heading[2]");
        row("heading that shows nothing", "\"shows\": \"line\"", "\"english\": \"Line\"", "column",
            "T02.json: lanes[0].heading[2]");
        row("heading that shows something unknown", "\"shows\": \"line\"", "\"shows\": \"lines\"",
            "code, label or line", "T02.json: lanes[0].heading[2]");
        row("heading with nothing below", "{\"title\": \"支出\", \"column\": \"spent\"}",
            "{\"title\": \"支出\", \"below\": []}", "one or more",
            "T02.json: lanes[1].heading[0].below");
        row("lane without heading", "\"heading\": [{\"title\": \"支出\", \"column\": \"spent\"}],",
            "", "heading", "T02.json: lanes[1].heading");
        row("lane without amounts", "\"column\": \"spent\"", "\"shows\": \"label\"",
            "amount column", "T02.json: lanes[1]");
        row("bad code", "\"code\": \"20103\"", "\"code\": \"2010\"", "2010",
            "T02.json: lanes[0].rows[2]");
        row("code without a name", "\"code\": \"20103\"", "\"code\": \"20104\"", "20104",
            "T02.json: lanes[0].rows[2]");
        row("row without key", "\"key\": \"end\", ", "", "key", "T02.json: lanes[0].rows[3]");
        row("duplicate key", "\"key\": \"end\"", "\"key\": \"total\"", "stands twice",
            "T02.json: lanes[0].rows[3]");
        row("unknown column in a formula", "\"part + part\"", "\"part + prat\"", "prat",
            "T02.json: formulas[1]");
        row("unknown column of a formula's cells", "income[leaf].total", "income[leaf].totl",
            "totl", "T02.json: formulas[1]");
        row("unknown side of a formula's cells", "income[leaf].total", "incme[leaf].total", "incme",
            "T02.json: formulas[1]");
        row("formula that cannot be read", "\"part + part\"", "\"part + \"", "at character 8",
            "T02.json: formulas[1]");
        row("cells that cannot be read", "\"income[total].*\"", "\"income[total\"", "at character",
            "T02.json: formulas[0]");
        row("no formula", ", \"formula\": \"sum(top)\"", "", "formula", "T02.json: formulas[0]");

        // What would otherwise be dropped without a word:
        row("unknown side in a formula", "\"part + part\"", "\"part + incme[total].part\"", "incme",
            "T02.json: formulas[1]");
        row("bad code among the classes", "[\"201\"]", "[\"2o1\"]", "2o1", "T02.json: lanes[0]");
        row("decimals are a text", "\"decimals\": 2", "\"decimals\": \"two\"", "decimals",
            "T02.json: decimals");
        QTest::newRow("formulas are no list") << formulasText << QByteArray("\"formulas\": 1,\n")
                                              << u"formulas"_s << u"T02.json: formulas"_s;
        row("strong is a text", "\"strong\": true", "\"strong\": \"yes\"", "strong",
            "T02.json: lanes[0].rows[0]");
        row("a column twice in a lane", "{\"title\": \"其中\",",
            "{\"title\": \"又\", \"column\": \"part\"}, {\"title\": \"其中\",", "part",
            "T02.json: lanes[0]");
        row("a row over more lanes than there are", "\"lanes\": 2}", "\"lanes\": 3}", "lanes",
            "T02.json: lanes[0].rows[3]");
        row("the same side twice", "\"rows\": [{\"key\": \"total\", \"label\": \"合计\"}]",
            "\"rows\": []}, {\"side\": \"income\", "
            "\"heading\": [{\"title\": \"收入\", \"column\": \"spent\"}]",
            "income", "T02.json: lanes[2]");
    }

    void aBrokenFormGivesOneClearError()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, says);
        QFETCH(QString, place);
        QCOMPARE(goodForm.count(from), 1);
        QByteArray json = goodForm;
        json.replace(from, to);
        const auto result = read(json);
        QVERIFY2(!result, "the broken form was accepted");
        QVERIFY2(result.error().message.contains(says), qPrintable(result.error().text()));
        QVERIFY2(result.error().place.startsWith(place), qPrintable(result.error().text()));
    }

    void aFileThatIsNoFormIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing") << QByteArray() << u"T02.json: 0"_s;
        QTest::newRow("not JSON") << QByteArray("form") << u"T02.json: 1"_s;
        QTest::newRow("cut off") << goodForm.left(200) << u"T02.json: "_s;
        QTest::newRow("a list") << QByteArray("[1, 2]") << u"T02.json"_s;
        QTest::newRow("an empty object") << QByteArray("{}") << u"T02.json"_s;
        QTest::newRow("lanes are a number")
            << QByteArray(R"({"kind":"T02","title":"a","english":"b","unit":"元","lanes":3})")
            << u"T02.json: lanes"_s;
        QByteArray deep
            = R"({"kind":"T02","title":"a","english":"b","unit":"元","lanes":[{"heading":)";
        for (int i = 0; i < 20; ++i)
            deep += R"([{"title":"t","below":)";
        deep += R"([{"title":"t","column":"c"}])";
        for (int i = 0; i < 20; ++i)
            deep += "}]";
        deep += "}]}";
        QTest::newRow("headings without end") << deep << u"T02.json: lanes[0].heading[0].below"_s;
    }

    void aFileThatIsNoFormIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const auto result = read(json);
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty());
        QVERIFY2(result.error().place.startsWith(place), qPrintable(result.error().text()));
    }

    void allFormsOfF1Load()
    {
        const Result<Handbook> handbook = Handbook::load(u":"_s);
        QVERIFY2(handbook, qPrintable(handbook ? QString() : handbook.error().text()));
        const FormFamily *family = handbook->family(u"F1");
        QVERIFY(family);
        QVERIFY(!handbook->family(u"F0"));
        QCOMPARE(family->forms.size(), size_t(9));
        const std::vector<size_t> columnCounts{1, 7, 6, 5, 3, 1, 6, 3, 12};
        for (size_t i = 0; i < 9; ++i) {
            const TableForm &form = *family->forms[i];
            QCOMPARE(form.kind, u"T0%1"_s.arg(i + 1));
            QCOMPARE(family->form(form.kind).get(), &form);
            QCOMPARE(form.number, u"公开0%1表"_s.arg(i + 1));
            QCOMPARE(form.columns.size(), columnCounts[i]);
            QVERIFY(!form.title.isEmpty() && !form.english.isEmpty() && !form.formulas.empty());
            for (const FormLane &lane : form.lanes) {
                for (const FormRow &row : lane.rows)
                    QVERIFY(row.tree || form.kind == u"T09" || !row.label.isEmpty());
            }
        }
        QVERIFY(!family->form(u"T10"));
    }

    void everyFormInF1sFolderIsBuiltIn()
    {
        const QDir folder(QStringLiteral(MINGZHANG_SOURCE "/resources/forms/F1"));
        const QStringList files = folder.entryList({u"*.json"_s});
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            QFile source(folder.filePath(name)), built(u":/forms/F1/"_s + name);
            QVERIFY(source.open(QIODevice::ReadOnly));
            QVERIFY2(built.open(QIODevice::ReadOnly), qPrintable(name));
            QVERIFY2(source.readAll() == built.readAll(), qPrintable(name));
        }
    }

    void everyTableThatAFormulaNamesIsInTheFamily()
    {
        const Result<Handbook> handbook = Handbook::load(u":"_s);
        QVERIFY(handbook.has_value());
        int named = 0;
        for (const FormFamily &family : handbook->families()) {
            for (const auto &form : family.forms) {
                for (const FormFormula &formula : form->formulas) {
                    for (const ExpressionTerm &term : formula.expression.terms()) {
                        if (term.cells.table.isEmpty())
                            continue;
                        ++named;
                        const auto other = family.form(term.cells.table);
                        QVERIFY2(other, qPrintable(formula.expression.text()));
                        if (!term.cells.side.isEmpty())
                            QVERIFY2(other->laneIndex(term.cells.side) >= 0,
                                qPrintable(formula.expression.text()));
                        if (!term.cells.column.isEmpty())
                            QVERIFY2(other->columnIndex(term.cells.column) >= 0,
                                qPrintable(formula.expression.text()));
                    }
                }
            }
        }
        QVERIFY(named > 10);
    }

    void aFamilyOfTheUsersOwnIsRead()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        QVERIFY(QDir(folder.path()).mkdir(u"F9"_s));
        write(u"F9/family.json"_s, R"({"id": "F9", "title": "样式", "forms": ["T02"]})");
        write(u"F9/T02.json"_s, goodForm);
        const Result<Handbook> handbook = Handbook::load(u":"_s, folder.path());
        QVERIFY2(handbook, qPrintable(handbook ? QString() : handbook.error().text()));
        QVERIFY(handbook->family(u"F1"));
        QVERIFY(handbook->family(u"F9"));

        QByteArray broken = goodForm;
        write(u"F9/T02.json"_s, broken.replace("\"part + part\"", "\"part + prat\""));
        const Result<Handbook> refused = Handbook::load(u":"_s, folder.path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().place, u"F9/T02.json: formulas[1]"_s);

        QVERIFY(QFile::remove(folder.filePath(u"F9/T02.json"_s)));
        const Result<Handbook> missing = Handbook::load(u":"_s, folder.path());
        QVERIFY(!missing);
        QCOMPARE(missing.error().place, u"F9/T02.json"_s);

        write(u"F9/family.json"_s, R"({"title": "样式", "forms": ["T02"]})");
        const Result<Handbook> nameless = Handbook::load(u":"_s, folder.path());
        QVERIFY(!nameless);
        QCOMPARE(nameless.error().place, u"F9/family.json"_s);
    }

    void aHandbookWithoutItsFilesIsRefused()
    {
        QTemporaryDir folder;
        const Result<Handbook> handbook = Handbook::load(folder.path());
        QVERIFY(!handbook);
        QVERIFY2(handbook.error().place.contains(u"functional.csv"),
            qPrintable(handbook.error().text()));
    }
};

QTEST_GUILESS_MAIN(TestFormReader)

#include "tst_form_reader.moc"
