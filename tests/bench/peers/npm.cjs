// Reads texts from standard input as a JSON list, runs one npm parser over them, writes readings and times as JSON.
// Usage: node npm.cjs <folder that holds node_modules> <parser>; parsers are the keys of `readers`.
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");
const load = createRequire(path.join(process.argv[2], "x.js"));

const MUNICIPALITIES = new Set(["北京", "上海", "天津", "重庆"]);
const province = (name) => (MUNICIPALITIES.has(name) ? `${name}市` : name || "");

const readers = {
  "address-parse, parseAll": () => addressParse(true),
  "address-parse": () => addressParse(false),
  "zh-address-parse, tree": () => zhAddressParse(1),
  "zh-address-parse, regex": () => zhAddressParse(0),
  "address-smart-parse": () => {
    const { parseAddress } = load("address-smart-parse");
    return (text) => {
      const [first] = parseAddress(text);
      if (!first) return {};
      const name = (level) => (first[level] ? first[level].name : "");
      const street = first.street && text.includes(first.street.name) ? first.street.name : "";
      const [phone, extension] = split(first.phone);
      const detail = street + (first.detail || "");
      return { name: first.name, phone, extension, province: name("province"), city: name("city"), district: name("county"), detail };
    };
  },
};

function split(phone) {
  const found = /^(1\d{10})[-转](\d{1,6})$/.exec(phone || "");
  return found ? [found[1], found[2]] : [phone || "", ""];
}

function addressParse(all) {
  const library = load("address-parse");
  const parser = library.default || library;
  return (text) => {
    const [first] = parser.parse(text, all);
    const [phone, extension] = split(first.mobile || first.phone);
    return { name: first.name, phone, extension, province: province(first.province), city: first.city, district: first.area, detail: first.details };
  };
}

function zhAddressParse(type) {
  const parse = load("zh-address-parse");
  const options = { type, textFilter: ["电話", "電話", "聯系人"], nameMaxLength: 4 };
  return (text) => {
    const read = parse(text, options);
    const [phone, extension] = split(read.phone);
    return { name: read.name, phone, extension, province: province(read.province), city: read.city, district: read.area, detail: read.detail };
  };
}

const texts = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const log = console.log;
console.log = () => {};
const started = process.hrtime.bigint();
const read = readers[process.argv[3]]();
read("张三 13800138000 浙江省杭州市余杭区文一西路969号");
const loadMs = Number(process.hrtime.bigint() - started) / 1e6;
const safe = (text) => {
  try {
    return read(text);
  } catch {
    return {};
  }
};
const readings = texts.map(safe);
const best = texts.map(() => Infinity);
for (let pass = 0; pass < 5; pass += 1) {
  texts.forEach((text, at) => {
    const before = process.hrtime.bigint();
    safe(text);
    best[at] = Math.min(best[at], Number(process.hrtime.bigint() - before) / 1e6);
  });
}
best.sort((a, b) => a - b);
log(JSON.stringify({ readings, load_ms: loadMs, median_ms: best[best.length >> 1] }));
