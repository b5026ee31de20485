#include "model/domain/account_code.h"

namespace mz {

AccountCode AccountCode::parse(QStringView text)
{
    if (text.size() != 3 && text.size() != 5 && text.size() != 7)
        return {};
    quint32 number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return {};
        number = number * 10 + quint32(c.unicode() - u'0');
    }
    if (text.front() == u'0')
        return {};
    return AccountCode(number);
}

bool AccountCode::isAncestorOf(AccountCode other) const
{
    if (isEmpty())
        return false;
    for (AccountCode code = other.parent(); !code.isEmpty(); code = code.parent()) {
        if (code == *this)
            return true;
    }
    return false;
}

}  // namespace mz
