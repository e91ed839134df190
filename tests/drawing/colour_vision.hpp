/// \file
/// How far apart two colours are, also for eyes that see fewer of them.
///
/// Source  contrast: WCAG 2.2, relative luminance. Difference: CIEDE2000 (Sharma, Wu and Dalal 2005, with their test
///         pairs). Simulation: Machado, Oliveira and Fernandes 2009, severity 1.0, in linear light.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace kreds::testing {

using Triple = std::array<double, 3>;

inline double channel(const std::string& colour, std::size_t i) {
  return static_cast<double>(std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16)) / 255;
}

/// One colour over another that is opaque, as »#rrggbb«; alpha mixes the coded values, as pictures do.
inline std::string over(const std::string& colour, const std::string& ground) {
  if (colour.size() == 7) return colour;
  const double alpha = channel(colour, 3);
  std::string mixed = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    const auto value =
        static_cast<unsigned>(std::lround(255 * (alpha * channel(colour, i) + (1 - alpha) * channel(ground, i))));
    mixed += "0123456789abcdef"[value / 16];
    mixed += "0123456789abcdef"[value % 16];
  }
  return mixed;
}

inline Triple linear(const std::string& colour) {
  Triple parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = channel(colour, i);
    parts[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  return parts;
}

inline double luminance(const Triple& light) {
  return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

inline double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(linear(a)), y = luminance(linear(b));
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

enum class Vision { normal, protanopia, deuteranopia, tritanopia, greyscale };

inline Triple seen(const std::string& colour, Vision vision) {
  using Matrix = std::array<Triple, 3>;
  static constexpr Matrix protanopia{
      {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
  static constexpr Matrix deuteranopia{
      {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
  static constexpr Matrix tritanopia{
      {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
  const Triple light = linear(colour);
  if (vision == Vision::normal) return light;
  if (vision == Vision::greyscale) {
    const double grey = luminance(light);
    return {grey, grey, grey};
  }
  const Matrix& matrix = vision == Vision::protanopia     ? protanopia
                         : vision == Vision::deuteranopia ? deuteranopia
                                                          : tritanopia;
  Triple result{};
  for (std::size_t i = 0; i < 3; ++i) {
    const Triple& row = matrix[i];
    result[i] = std::clamp(row[0] * light[0] + row[1] * light[1] + row[2] * light[2], 0.0, 1.0);
  }
  return result;
}

/// CIELAB under D65.
inline Triple lab(const Triple& light) {
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  const double x = f((0.4124564 * light[0] + 0.3575761 * light[1] + 0.1804375 * light[2]) / 0.95047),
               y = f(0.2126729 * light[0] + 0.7151522 * light[1] + 0.0721750 * light[2]),
               z = f((0.0193339 * light[0] + 0.1191920 * light[1] + 0.9503041 * light[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000 with weights of 1.
inline double difference(const Triple& one, const Triple& two) {
  constexpr double degree = 3.14159265358979323846 / 180;
  const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
  const double g = 0.5 * (1 - seventh((std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2));
  const double a1 = one[1] * (1 + g), a2 = two[1] * (1 + g), c1 = std::hypot(a1, one[2]), c2 = std::hypot(a2, two[2]);
  const auto hue = [&](double a, double b) {
    const double h = a == 0 && b == 0 ? 0 : std::atan2(b, a) / degree;
    return h < 0 ? h + 360 : h;
  };
  const double h1 = hue(a1, one[2]), h2 = hue(a2, two[2]);
  double dh = c1 * c2 == 0 ? 0 : h2 - h1;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  double h = h1 + h2;
  if (c1 * c2 != 0) {
    if (std::abs(h1 - h2) <= 180)
      h /= 2;
    else
      h = h < 360 ? (h + 360) / 2 : (h - 360) / 2;
  }
  const double l = (one[0] + two[0]) / 2, c = (c1 + c2) / 2;
  const double t = 1 - 0.17 * std::cos((h - 30) * degree) + 0.24 * std::cos(2 * h * degree) +
                   0.32 * std::cos((3 * h + 6) * degree) - 0.20 * std::cos((4 * h - 63) * degree);
  const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2)), sc = 1 + 0.045 * c,
               sh = 1 + 0.015 * c * t;
  const double rt = -2 * seventh(c) * std::sin(60 * std::exp(-std::pow((h - 275) / 25, 2)) * degree);
  const double dl = (two[0] - one[0]) / sl, dc = (c2 - c1) / sc,
               dhue = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * degree) / sh;
  return std::sqrt(dl * dl + dc * dc + dhue * dhue + rt * dc * dhue);
}

inline double difference(const std::string& a, const std::string& b, Vision vision) {
  return difference(lab(seen(a, vision)), lab(seen(b, vision)));
}

}  // namespace kreds::testing
