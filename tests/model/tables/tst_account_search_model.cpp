#include "model/domain/handbook.h"
#include "model/tables/account_search_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace Qt::StringLiterals;

class TestAccountSearchModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<AccountSearchModel>(functional(), 2023);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void nothingTypedShowsEveryAccountOfTheYear()
    {
        QCOMPARE(size_t(m_model->rowCount()), functional().ofYear(2023).size());
        QCOMPARE(m_model->index(0).data(AccountSearchModel::CodeRole).toString(), u"201"_s);
        QCOMPARE(m_model->rowCount(m_model->index(0)), 0);
        m_model->search(u"   "_s);
        QCOMPARE(size_t(m_model->rowCount()), functional().ofYear(2023).size());
    }

    void aCodeIsFoundByItsBeginning()
    {
        m_model->search(u"20103"_s);
        QVERIFY(m_model->rowCount() > 3);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QVERIFY(m_model->index(row)
                        .data(AccountSearchModel::CodeRole)
                        .toString()
                        .startsWith(u"20103"));
        QCOMPARE(m_model->index(0).data(AccountSearchModel::CodeRole).toString(), u"20103"_s);
        m_model->search(u"2010301"_s);
        QCOMPARE(m_model->rowCount(), 1);
        const QModelIndex found = m_model->index(0);
        QCOMPARE(found.data(AccountSearchModel::NameRole).toString(), u"行政运行"_s);
        QVERIFY(found.data().toString().contains(u"2010301"_s));
        QVERIFY(found.data().toString().contains(u"行政运行"_s));
        QCOMPARE(found.data(AccountSearchModel::PathRole).toString(),
            u"一般公共服务支出 › 政府办公厅（室）及相关机构事务"_s);
        QCOMPARE(found.data(Qt::ToolTipRole), found.data(AccountSearchModel::PathRole));
        QVERIFY(!found.data(Qt::DecorationRole).isValid());
    }

    void anAccountIsFoundByAPartOfItsName()
    {
        m_model->search(u"机关服务"_s);
        QVERIFY(m_model->rowCount() > 1);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QVERIFY(m_model->index(row)
                        .data(AccountSearchModel::NameRole)
                        .toString()
                        .contains(u"机关服务"));
        m_model->search(u"没有这个科目"_s);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void allWordsMustFit()
    {
        m_model->search(u"20103 机关服务"_s);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0).data(AccountSearchModel::CodeRole).toString(), u"2010303"_s);
        m_model->search(u"20103　机关服务"_s);
        QCOMPARE(m_model->rowCount(), 1);
        m_model->search(u"208 机关服务 不存在"_s);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void aCodeMayBeTypedInFullWidthDigits()
    {
        m_model->search(u"２０１０３０３"_s);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void accountsAreThoseOfTheYear()
    {
        AccountSearchModel later(functional(), 2024);
        later.search(u"2013804"_s);
        m_model->search(u"2013804"_s);
        QCOMPARE(
            m_model->index(0).data(AccountSearchModel::NameRole).toString(), u"市场主体管理"_s);
        QCOMPARE(later.index(0).data(AccountSearchModel::NameRole).toString(), u"经营主体管理"_s);
        m_model->search(u"20140"_s);
        later.search(u"20140"_s);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(later.rowCount() > 0);
    }

    void anotherSearchResetsTheList()
    {
        QSignalSpy spy(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->search(u"208"_s);
        m_model->search(u"机关"_s);
        QCOMPARE(spy.count(), 2);
    }

private:
    static const AccountList &functional()
    {
        static const Handbook loaded = *Handbook::load(u":"_s);
        return loaded.functional();
    }

    std::unique_ptr<AccountSearchModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestAccountSearchModel)

#include "tst_account_search_model.moc"
