#pragma once

#include <map>
#include <vector>

namespace mz {

/// The value that was seen most often; the first one among equals.
template <typename T>
class Votes
{
public:
    void add(const T &value)
    {
        if (m_votes.find(value) == m_votes.end())
            m_order.push_back(value);
        ++m_votes[value];
    }
    T winner() const
    {
        T best{};
        int most = 0;
        for (const T &value : m_order) {
            if (m_votes.at(value) > most) {
                most = m_votes.at(value);
                best = value;
            }
        }
        return best;
    }

private:
    std::map<T, int> m_votes;
    std::vector<T> m_order;
};

}  // namespace mz
