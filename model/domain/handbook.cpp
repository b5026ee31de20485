#include "model/domain/handbook.h"

#include "model/domain/form_reader.h"
#include <QFile>
#include <QJsonDocument>
#include <mutex>

namespace mz {

namespace {

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.errorString(), path};
    return file.readAll();
}

}  // namespace

struct Handbook::Words
{
    QJsonObject json;
    std::once_flag parsed;
    WordList list;
};

const WordList &Handbook::words() const
{
    static const WordList none;
    if (!m_words)
        return none;
    std::call_once(m_words->parsed, [this] {
        const Result<WordList> list = WordList::parse(m_words->json, m_figures);
        Q_ASSERT(list);
        if (list)
            m_words->list = *list;
    });
    return m_words->list;
}

Result<Handbook> Handbook::load(const QString &root, const QString &userForms)
{
    Handbook handbook;
    const auto readAccounts = [&](const QString &name, AccountList &list) -> Done {
        const Result<QByteArray> csv = readFile(root + QStringLiteral("/accounts/") + name);
        if (!csv)
            return csv.error();
        const Result<AccountList> parsed = AccountList::parse(*csv, name);
        if (!parsed)
            return parsed.error();
        list = *parsed;
        return done();
    };
    if (const Done read = readAccounts(QStringLiteral("functional.csv"), handbook.m_functional);
        !read)
        return read.error();
    if (const Done read = readAccounts(QStringLiteral("economic.csv"), handbook.m_economic); !read)
        return read.error();

    const Result<QByteArray> figures = readFile(root + QStringLiteral("/figures/figures.csv"));
    if (!figures)
        return figures.error();
    const auto dictionary = FigureDictionary::parse(*figures, QStringLiteral("figures.csv"));
    if (!dictionary)
        return dictionary.error();
    handbook.m_figures = *dictionary;

    const Result<QByteArray> words = readFile(root + QStringLiteral("/narrative/words.json"));
    if (!words)
        return words.error();
    QJsonParseError fault;
    const QJsonObject json = QJsonDocument::fromJson(*words, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return Error{fault.errorString(),
            QStringLiteral("words.json:%1").arg(words->first(fault.offset).count('\n') + 1)};
    handbook.m_words = std::make_shared<Words>();
    handbook.m_words->json = json;
    const bool builtIn = root == u":";
    if (!builtIn) {
        const Result<WordList> list = WordList::parse(json, handbook.m_figures);
        if (!list)
            return Error{list.error().message, QStringLiteral("words.json")};
    }

    for (const QString &folder : {root + QStringLiteral("/forms"), userForms}) {
        if (folder.isEmpty())
            continue;
        const QDir forms(folder);
        for (const QString &name : forms.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            const Result<FormFamily> family = readFormFamily(
                QDir(forms.filePath(name)), handbook.m_functional, handbook.m_economic);
            if (!family)
                return Error{family.error().message, name + u'/' + family.error().place};
            handbook.m_families.push_back(*family);
        }
    }
    return handbook;
}

const FormFamily *Handbook::family(QStringView id) const
{
    for (const FormFamily &family : m_families) {
        if (family.id == id)
            return &family;
    }
    return nullptr;
}

}  // namespace mz
