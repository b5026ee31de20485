#include "model/checks/annex_prose.h"

namespace mz {

std::optional<Amount> amountInText(QString text)
{
    const auto amount = Amount::parsePrinted(text.remove(u','), textUnit);
    return amount && amount->isNumber() ? std::optional(*amount) : std::nullopt;
}

QString settingText(const TestContext &context, const QString &name)
{
    return context.rule.settings.value(name).toString();
}

}  // namespace mz
