#pragma once

#include <QByteArray>
#include <QtEndian>
#include <algorithm>

namespace mz {

/// Little-endian numbers in bytes of unknown origin. What lies outside reads as
/// 0, so that no offset of a file needs to be trusted; whether it lies inside is
/// asked with holds().
class ByteView
{
public:
    ByteView() = default;
    ByteView(const QByteArray &bytes) : m_bytes(bytes) { }
    explicit ByteView(QByteArrayView bytes) : m_bytes(bytes) { }

    qint64 size() const { return m_bytes.size(); }
    bool holds(qint64 at, qint64 count) const
    {
        return at >= 0 && count >= 0 && at <= size() && count <= size() - at;
    }

    quint8 u8(qint64 at) const { return number<quint8>(at); }
    quint16 u16(qint64 at) const { return number<quint16>(at); }
    qint16 i16(qint64 at) const { return qint16(u16(at)); }
    quint32 u32(qint64 at) const { return number<quint32>(at); }
    double f64(qint64 at) const
    {
        return holds(at, 8) ? qFromLittleEndian<double>(m_bytes.data() + at) : 0;
    }

    /// As much of it as there is.
    ByteView part(qint64 at, qint64 count) const
    {
        if (!holds(at, 0))
            return {};
        return ByteView(m_bytes.sliced(at, std::clamp<qint64>(count, 0, size() - at)));
    }
    ByteView from(qint64 at) const { return part(at, size()); }
    QByteArrayView bytes() const { return m_bytes; }

private:
    template <typename T>
    T number(qint64 at) const
    {
        return holds(at, sizeof(T)) ? qFromLittleEndian<T>(m_bytes.data() + at) : T(0);
    }

    QByteArrayView m_bytes;
};

}  // namespace mz
