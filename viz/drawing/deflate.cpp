#include "deflate.hpp"

#include <algorithm>
#include <queue>
#include <span>
#include <utility>

namespace kreds::drawing {

namespace {

constexpr std::uint32_t is_repetition = 1U << 31U;
constexpr std::size_t end_of_block = 256, first_count_code = 257;
constexpr std::size_t longest = 258;

/// A number as RFC 1951 writes counts and distances: a code, and the low bits that the code leaves open.
struct Spread {
  std::uint16_t code = 0;
  std::uint8_t open_bits = 0;
  std::uint16_t low = 0;
};

/// Codes in groups: the first `plain` numbers have a code each; then every `group` codes have one more open bit.
constexpr Spread spread(std::uint32_t number, std::uint32_t group_bits) {
  const std::uint32_t plain = 2U << group_bits;
  if (number < plain) return {static_cast<std::uint16_t>(number), 0, 0};
  std::uint32_t open = 1;
  while ((number >> open) >= plain) ++open;
  return {static_cast<std::uint16_t>((open << group_bits) + (number >> open)), static_cast<std::uint8_t>(open),
          static_cast<std::uint16_t>(number & ((1U << open) - 1))};
}

constexpr auto counts = [] {
  std::array<Spread, longest + 1> table{};
  for (std::uint32_t count = 3; count < longest; ++count) table[count] = spread(count - 3, 2);
  table[longest] = {28, 0, 0};  // the one exception of the format
  return table;
}();

Spread spread_distance(std::size_t distance) {
  return spread(static_cast<std::uint32_t>(distance - 1), 1);
}

struct Code {
  std::uint16_t bits = 0;  ///< in the order in which they are written
  std::uint8_t length = 0;
};

/// Lengths of a prefix code for these frequencies: Huffman's, with the frequencies flattened until no code is too long.
std::vector<std::uint8_t> code_lengths(std::span<const std::uint32_t> given, unsigned limit) {
  std::vector<std::uint32_t> weights(given.begin(), given.end());
  // A decoder wants a complete code: at least two symbols.
  for (std::size_t i = 0; i < 2 && std::count_if(weights.begin(), weights.end(), [](auto w) { return w > 0; }) < 2; ++i)
    if (weights[i] == 0) weights[i] = 1;
  const std::size_t count = weights.size();
  while (true) {
    using Entry = std::pair<std::uint64_t, std::size_t>;  // equal weights by number: the same code everywhere
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    for (std::size_t i = 0; i < count; ++i)
      if (weights[i] > 0) open.push({weights[i], i});
    std::vector<std::size_t> parent(2 * count);
    std::size_t next = count;
    while (open.size() > 1) {
      const Entry a = open.top();
      open.pop();
      const Entry b = open.top();
      open.pop();
      parent[a.second] = parent[b.second] = next;
      open.push({a.first + b.first, next++});
    }
    std::vector<std::uint8_t> depth(next);
    for (std::size_t node = next - 1; node-- > 0;)
      if (node >= count || weights[node] > 0) depth[node] = static_cast<std::uint8_t>(depth[parent[node]] + 1);
    depth.resize(count);
    if (*std::max_element(depth.begin(), depth.end()) <= limit) return depth;
    for (std::uint32_t& weight : weights)
      if (weight > 0) weight = weight / 4 + 1;
  }
}

/// The codes that belong to lengths (RFC 1951, 3.2.2).
std::vector<Code> codes(const std::vector<std::uint8_t>& lengths) {
  std::array<std::uint32_t, 17> of_length{}, next{};
  for (std::uint8_t length : lengths) ++of_length[length];
  of_length[0] = 0;
  for (std::size_t length = 1; length < next.size(); ++length)
    next[length] = (next[length - 1] + of_length[length - 1]) << 1U;
  std::vector<Code> made(lengths.size());
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    std::uint32_t value = lengths[i] == 0 ? 0 : next[lengths[i]]++, turned = 0;
    for (unsigned bit = 0; bit < lengths[i]; ++bit) turned |= ((value >> bit) & 1U) << (lengths[i] - 1U - bit);
    made[i] = {static_cast<std::uint16_t>(turned), lengths[i]};
  }
  return made;
}

constexpr std::array<std::size_t, 19> order_of_step_lengths = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                               11, 4,  12, 3, 13, 2, 14, 1, 15};

/// One step of the list of lengths: a length, or 0 several times (codes 17 and 18).
struct LengthStep {
  std::uint8_t code, open_bits, low;
};

std::vector<LengthStep> steps(const std::vector<std::uint8_t>& lengths) {
  std::vector<LengthStep> list;
  for (std::size_t i = 0; i < lengths.size();) {
    std::size_t zeros = 0;
    while (i + zeros < lengths.size() && lengths[i + zeros] == 0 && zeros < 138) ++zeros;
    if (zeros >= 11)
      list.push_back({18, 7, static_cast<std::uint8_t>(zeros - 11)});
    else if (zeros >= 3)
      list.push_back({17, 3, static_cast<std::uint8_t>(zeros - 3)});
    else
      list.push_back({lengths[i], 0, 0}), zeros = 1;
    i += zeros;
  }
  return list;
}

/// Bits, lowest first, behind each other into room that is known to be enough.
class BitWriter {
 public:
  BitWriter(char* to, std::uint64_t waiting, unsigned count) : to_(to), waiting_(waiting), count_(count) {}

  /// At most 56 bits less those waiting: 48 always fit.
  void write(std::uint64_t value, unsigned count) {
    waiting_ |= value << count_;
    count_ += count;
    // Eight bytes at once, of which only whole ones count; little-endian by hand, which compilers see through.
    for (unsigned i = 0; i < 8; ++i) to_[i] = static_cast<char>(waiting_ >> (8 * i));
    to_ += count_ / 8;
    waiting_ >>= count_ / 8 * 8;
    count_ %= 8;
  }
  char* end() const { return to_; }
  std::uint64_t waiting() const { return waiting_; }
  unsigned count() const { return count_; }

 private:
  char* to_;
  std::uint64_t waiting_;
  unsigned count_;
};

}  // namespace

DeflateWriter::DeflateWriter(std::string& to) : to_(&to) {
  tokens_.reserve(block_tokens);
}

void DeflateWriter::repetition(std::size_t count, std::size_t distance) {
  while (count > longest) {
    const std::size_t most = count - longest < 3 ? longest - 3 : longest;  // never leave less than 3
    piece(most, distance);
    count -= most;
  }
  piece(count, distance);
}

void DeflateWriter::piece(std::size_t count, std::size_t distance) {
  tokens_.push_back(is_repetition | static_cast<std::uint32_t>(count << 16U) | static_cast<std::uint32_t>(distance));
  ++literals_[first_count_code + counts[count].code];
  ++distances_[spread_distance(distance).code];
  if (tokens_.size() >= block_tokens) end_block(false);
}

void DeflateWriter::end_block(bool last) {
  literals_[end_of_block] = 1;
  const auto literal_lengths = code_lengths(literals_, 15), distance_lengths = code_lengths(distances_, 15);
  const auto literal_codes_made = codes(literal_lengths), distance_codes_made = codes(distance_lengths);

  auto all_lengths = literal_lengths;
  all_lengths.insert(all_lengths.end(), distance_lengths.begin(), distance_lengths.end());
  const auto list = steps(all_lengths);
  std::array<std::uint32_t, 19> frequencies{};
  for (const LengthStep& step : list) ++frequencies[step.code];
  const auto step_lengths = code_lengths(frequencies, 7);
  const auto step_codes = codes(step_lengths);

  // No token takes more than 15 + 5 + 15 + 13 bits, and the head of a block far less than 1,024 bytes.
  const std::size_t start = to_->size();
  to_->resize(start + 6 * tokens_.size() + 1024);
  BitWriter out(to_->data() + start, waiting_, waiting_count_);
  out.write(last ? 1 : 0, 1);
  out.write(2, 2);  // a block with codes of its own
  out.write(literal_codes - 257, 5);
  out.write(distance_codes - 1, 5);
  out.write(19 - 4, 4);
  for (std::size_t code : order_of_step_lengths) out.write(step_lengths[code], 3);
  for (const LengthStep& step : list) {
    out.write(step_codes[step.code].bits, step_codes[step.code].length);
    out.write(step.low, step.open_bits);
  }
  for (std::uint32_t token : tokens_) {
    if (token < end_of_block) {
      out.write(literal_codes_made[token].bits, literal_codes_made[token].length);
      continue;
    }
    const Spread count = counts[(token & ~is_repetition) >> 16U], distance = spread_distance(token & 0xFFFFU);
    const Code count_code = literal_codes_made[first_count_code + count.code];
    const Code distance_code = distance_codes_made[distance.code];
    std::uint64_t bits = count_code.bits;
    unsigned used = count_code.length;
    const auto add = [&](std::uint64_t more, unsigned number) {
      bits |= more << used;
      used += number;
    };
    add(count.low, count.open_bits);
    add(distance_code.bits, distance_code.length);
    add(distance.low, distance.open_bits);
    out.write(bits, used);
  }
  out.write(literal_codes_made[end_of_block].bits, literal_codes_made[end_of_block].length);
  if (last) out.write(0, (8 - out.count()) % 8);
  waiting_ = out.waiting();
  waiting_count_ = out.count();
  to_->resize(static_cast<std::size_t>(out.end() - to_->data()));
  tokens_.clear();
  literals_.fill(0);
  distances_.fill(0);
}

}  // namespace kreds::drawing
