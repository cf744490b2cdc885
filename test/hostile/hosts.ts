/** What libraries that still stand on old pages do to the built-ins, as they do it: scripts for a context of its own. */
export const HOSTS = {
  'an unpatched page': '',
  'Prototype.js 1.6': `
    var arrayFrom = function (iterable) {
      if (!iterable) return [];
      if (iterable.toArray) return iterable.toArray();
      var length = iterable.length || 0, results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };
    Array.from = arrayFrom;
    Array.prototype.toArray = function () { return this.slice(0); };
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Array.prototype.entries = Array.prototype.toArray;
    Array.prototype.each = function (iterator) {
      for (var i = 0, length = this.length; i < length; i++) iterator(this[i], i);
      return this;
    };
    Array.prototype.map = function (iterator, context) {
      var results = [];
      this.each(function (value, index) { results.push(iterator.call(context, value, index)); });
      return results;
    };
    Array.prototype.filter = function (iterator, context) {
      var results = [];
      this.each(function (value, index) { if (iterator.call(context, value, index)) results.push(value); });
      return results;
    };
    Array.prototype.find = function (iterator) { return this.filter(iterator)[0]; };
    Array.prototype.some = function (iterator) { return this.filter(iterator).length > 0; };
    Array.prototype.every = function (iterator) { return this.filter(iterator).length === this.length; };
    Array.prototype.first = function () { return this[0]; };
    Array.prototype.last = function () { return this[this.length - 1]; };
    Array.prototype.flatten = function () { return this.flat(Infinity); };
    Array.prototype.without = function () { return this; };
    Array.prototype.reverse = function (inline) {
      var copy = [];
      for (var i = this.length - 1; i >= 0; i--) copy.push(this[i]);
      return copy;
    };
    String.prototype.startsWith = function (pattern) { return this.indexOf(pattern) === 0; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    String.prototype.toArray = function () { return this.split(''); };
    Number.prototype.toJSON = function () { return isFinite(this) ? this.toString() : 'null'; };
    Date.prototype.toJSON = function () { return '"' + this.getUTCFullYear() + '"'; };
    Object.keys = function (object) { var keys = []; for (var key in object) keys.push(key); return keys; };
    Object.values = function (object) { var values = []; for (var key in object) values.push(object[key]); return values; };`,
  'MooTools 1.2': `
    Array.from = function (item) {
      if (item == null) return [];
      return typeof item == 'object' && 'length' in item && typeof item != 'string' ? Array.prototype.slice.call(item) : [item];
    };
    JSON = { encode: JSON.stringify, decode: JSON.parse, parse: JSON.parse, stringify: function () { return '{}'; } };
    String.prototype.contains = function (text) { return this.indexOf(text) > -1; };
    Function.prototype.bind = function (bind) { var self = this; return function () { return self.apply(bind, arguments); }; };`,
  'date.js': `
    Date.parse = function (text) { return { parsed: text }; };
    Date.now = function () { return new Date(); };
    Date.prototype.toISOString = function () { return this.getUTCFullYear() + '-01-01'; };
    Date.prototype.toString = function () { return 'today'; };`,
  'a page that extends every object': `
    Object.prototype.each = function () {};
    Array.prototype.each = function () {};
    Object.prototype.toJSON = function () { return 'x'; };`,
};
